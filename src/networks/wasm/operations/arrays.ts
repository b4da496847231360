// Operations that arrange numbers anew, and TensorFlow's variables.
import type { tf } from "../../tf.js";
import { numbersOf, registered } from "../kernel.js";
import { type Call, floats, type Operations, reshaped, sizeOf, wholeNumbers } from "./operation.js";

type Info = tf.TensorInfo;

export const arrays: Operations = {
  Identity: ({ backend }, x) => reshaped(backend, x, x.shape),
  Reshape({ backend }, x, shape) {
    const wanted = wholeNumbers(backend, shape);
    const known = sizeOf(wanted.filter((length) => length >= 0));
    const open = known === 0 ? 0 : sizeOf(x.shape) / known;
    return reshaped(
      backend,
      x,
      wanted.map((length) => (length < 0 ? open : length)),
    );
  },
  Slice({ backend }, x, begin, size) {
    const attrs = { begin: wholeNumbers(backend, begin), size: wholeNumbers(backend, size) };
    return registered("Slice")({ backend, inputs: { x }, attrs });
  },
  ConcatV2({ backend }, ...inputs) {
    const axis = wholeNumbers(backend, inputs.at(-1) as Info)[0];
    const list = inputs.slice(0, -1) as unknown as Record<string, Info>;
    return registered("Concat")({ backend, inputs: list, attrs: { axis } });
  },
  BroadcastTo({ backend }, x, shape) {
    const reps = wholeNumbers(backend, shape).map((length, axis) => (x.shape[axis] === length ? 1 : length));
    return registered("Tile")({ backend, inputs: { x }, attrs: { reps } });
  },
  ZerosLike({ backend }, x) {
    const out = floats(backend, x.shape);
    numbersOf(backend, out).fill(0);
    return out;
  },
  /** A variable is a tensor that is written over. */
  VarHandleOp({ backend, setting }) {
    return floats(backend, setting("shape") as number[]);
  },
  AssignVariableOp(call, handle, value) {
    copy(call, value, handle);
    return [];
  },
  ReadVariableOp(call, handle) {
    const out = floats(call.backend, handle.shape);
    copy(call, handle, out);
    return out;
  },
};

function copy({ backend }: Call, from: Info, to: Info): void {
  const source = numbersOf(backend, from);
  numbersOf(backend, to).set(source);
}
