import { tf } from "../../tf.js";
import { type Adam, adam, momentsAreFinite, type Update } from "./adam.js";
import type { Value } from "./binding.js";
import type { Native } from "./native.js";
import type { Weight } from "./stages.js";

/**
 * Adam by TensorFlow's own operation; any other optimizer takes our gradients as they are. Or why there is no such way: from moments
 * that are not finite, TensorFlow's operation and TensorFlow.js go on differently.
 */
export function updateOf(ops: Native, optimizer: tf.Optimizer, weights: readonly Weight[]): Update | string {
  if (optimizer.getClassName() === "Adam") {
    const ours = optimizer as unknown as Adam;
    return momentsAreFinite(ops, ours) ? adam(ops, ours, weights) : "the moments of adam are not finite";
  }
  const names = weights.map((weight) => (weight.read() as tf.Variable).name);
  return {
    apply(gradients) {
      const named = names.map((name, index) => ({ name, tensor: ops.tensor(gradients[index] as Value) }));
      optimizer.applyGradients(named);
      tf.dispose(named.map(({ tensor }) => tensor));
    },
    store() {},
    finish() {},
  };
}
