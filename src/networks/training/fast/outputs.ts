import { type LayersModel, type Tensor, tf } from "../../tf.js";
import type { Value } from "./binding.js";
import { NotFinite } from "./finite.js";
import { native } from "./native.js";
import { planOf } from "./plan.js";
import type { Forward, Stage } from "./stages.js";

/**
 * What a network makes of inputs, which the caller disposes, or nothing where numbers on the way are not finite; or why all has to
 * be left to TensorFlow.js.
 */
export function fastOutputs(model: LayersModel): ((inputs: Tensor) => Tensor | undefined) | string {
  const ops = native();
  if (!ops) return `the backend is ${tf.getBackend()}, not tensorflow`;
  const stages = planOf(ops, model);
  if (typeof stages === "string") return stages;
  return (inputs) =>
    ops.tidy(() => {
      try {
        return ops.tensor(forward(ops.of(inputs), stages, false)[0]);
      } catch (reason) {
        if (reason instanceof NotFinite) return undefined;
        throw reason;
      }
    });
}

/** Through all stages, with the way back from each. */
export function forward(x: Value, stages: readonly Stage[], training: boolean): [Value, Forward[]] {
  const way: Forward[] = [];
  let value = x;
  for (const stage of stages) {
    const done = stage.forward(value, training);
    way.push(done);
    value = done.y;
  }
  return [value, way];
}

/** Whether inputs are what the network was made for. What is not is left to TensorFlow.js, which has words for it. */
export function fits(model: LayersModel, inputs: Tensor): boolean {
  const wanted = model.inputs[0]?.shape ?? [];
  const same = wanted.every((length, axis) => axis === 0 || length === null || length === inputs.shape[axis]);
  return same && wanted.length === inputs.shape.length && inputs.dtype === "float32";
}
