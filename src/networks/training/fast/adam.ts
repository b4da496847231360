import { type Tensor, tf } from "../../tf.js";
import type { Value } from "./binding.js";
import { allFinite, requireFiniteSquares } from "./finite.js";
import type { Native } from "./native.js";
import type { Weight } from "./stages.js";

/** Moves the weights by their gradients. */
export interface Update {
  /** Throws `NotFinite` before any weight has moved. */
  apply(gradients: readonly Value[]): void;
  /** Gives the optimizer of TensorFlow.js what was reached, so that any training goes on from here. */
  store(): void;
  /** The same, and frees what was kept for it. */
  finish(): void;
}

/** What we use of TensorFlow.js's Adam. `accBeta1` and `accBeta2` hold the powers for the coming step. */
export interface Adam {
  learningRate: number;
  beta1: number;
  beta2: number;
  epsilon: number;
  accBeta1: tf.Variable;
  accBeta2: tf.Variable;
  accumulatedFirstMoment: Moment[];
  accumulatedSecondMoment: Moment[];
  incrementIterations(): void;
}

interface Moment {
  originalName: string;
  variable: tf.Variable;
}

/** Whether it can go on from what it has. */
export function momentsAreFinite(
  ops: Native,
  { accumulatedFirstMoment, accumulatedSecondMoment }: Adam,
): boolean {
  const moments = [...accumulatedFirstMoment, ...accumulatedSecondMoment];
  return ops.tidy(() => moments.every(({ variable }) => allFinite(ops, ops.of(variable))));
}

/**
 * `ResourceApplyAdam` moves a weight and both its moments in one pass, where TensorFlow.js takes fifteen. It works on
 * TensorFlow's variables, so each weight has a twin there; the tensors of the model follow after every step.
 */
export function adam(ops: Native, optimizer: Adam, weights: readonly Weight[]): Update {
  const variables = weights.map((weight) => weight.read() as tf.Variable);
  const moments = [optimizer.accumulatedFirstMoment, optimizer.accumulatedSecondMoment] as const;
  const twins = variables.map((variable) => twinOf(ops, variable.shape));
  const [first, second] = moments.map((kept) =>
    variables.map((variable, index) => {
      const twin = twinOf(ops, variable.shape);
      ops.tidy(() => {
        const old = kept[index]?.variable;
        twin.write(old ? ops.of(old) : ops.run("ZerosLike", [ops.floats], ops.of(variable)));
      });
      return twin;
    }),
  ) as [Twin[], Twin[]];
  let powers = [optimizer.accBeta1, optimizer.accBeta2].map((power) => power.dataSync()[0] as number);
  const known: unknown[] = [];
  let steps = 0;
  const step = [ops.floats, ops.flag("use_locking", false), ops.flag("use_nesterov", false)];
  const store = () => {
    if (steps === 0) return;
    for (const [which, kept] of moments.entries()) {
      for (const [index, twin] of (which === 0 ? first : second).entries()) {
        const name = `${variables[index]?.name}/${which === 0 ? "m" : "v"}`;
        const value = twin.read();
        const old = kept[index];
        if (old) setTo(old.variable, value);
        else {
          kept[index] = { originalName: name, variable: tf.variable(value, false) };
          value.dispose();
        }
      }
    }
    setTo(optimizer.accBeta1, tf.scalar(powers[0] as number));
    setTo(optimizer.accBeta2, tf.scalar(powers[1] as number));
    steps = 0;
  };

  return {
    apply(gradients) {
      // A square too large for a float ends up elsewhere in TensorFlow.js.
      requireFiniteSquares(ops, gradients);
      const { learningRate, beta1, beta2, epsilon } = optimizer;
      const [power1 = 0, power2 = 0] = powers;
      // Here epsilon is added before the correction of the second moment, in TensorFlow.js after it.
      const before = epsilon * Math.sqrt(1 - power2);
      const numbers = [power1, power2, learningRate, beta1, beta2, before].map((value) => ops.scalar(value));
      for (const [index, variable] of variables.entries()) {
        const twin = twins[index] as Twin;
        if (variable.dataId !== known[index]) twin.write(ops.of(variable));
        const both = [(first[index] as Twin).handle, (second[index] as Twin).handle];
        ops.runFor(0, "ResourceApplyAdam", step, twin.handle, ...both, ...numbers, gradients[index] as Value);
        setTo(variable, twin.read());
        known[index] = variable.dataId;
      }
      powers = [Math.fround(power1 * Math.fround(beta1)), Math.fround(power2 * Math.fround(beta2))];
      optimizer.incrementIterations();
      steps += 1;
    },
    store,
    finish() {
      store();
      for (const twin of [...twins, ...first, ...second]) ops.free(twin.handle);
    },
  };
}

function setTo(variable: tf.Variable, value: Tensor): void {
  variable.assign(value);
  value.dispose();
}

/** A variable of TensorFlow's own. */
interface Twin {
  handle: Value;
  write(value: Value): void;
  /** A new tensor of what it holds. */
  read(): Tensor;
}

/** The name that TensorFlow gives variables which belong to nobody else and go when their handle goes. */
const anonymous = "cd2c89b7-88b7-44c8-ad83-06c2a9158347";

function twinOf(ops: Native, shape: readonly number[]): Twin {
  const type = { ...ops.type("dtype", "float") };
  const attributes = [type, ops.shape("shape", shape), ops.text("shared_name", anonymous)];
  const handle = ops.keep(ops.run("VarHandleOp", attributes));
  return {
    handle,
    write: (value) => void ops.runFor(0, "AssignVariableOp", [type], handle, value),
    read: () => ops.runTensor("ReadVariableOp", [type], handle),
  };
}
