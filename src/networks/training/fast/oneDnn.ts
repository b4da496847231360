import type { Attribute, Value } from "./binding.js";
import type { Native } from "./native.js";

/**
 * oneDNN's operations lie in the same library under names of their own. Some do more in one pass than TensorFlow's plain
 * ones. They take the plain ones' settings and this one.
 */
export function oneDnnAttributes(ops: Native, attributes: readonly Attribute[]): Attribute[] {
  return [...attributes, ops.text("_kernel", "MklNameChangeOp")];
}

/**
 * Whether this build of TensorFlow has an operation of oneDNN's that works: it is tried once, on a small example whose
 * answer is known. Where it has none, the plain operations do the work.
 */
export function oneDnnWorks(ops: Native, name: string, trial: () => Value, answer: string): boolean {
  let works = ops.tried.get(name);
  if (works === undefined) {
    works = ops.tidy(() => {
      try {
        return ops.numbers(trial()).join() === answer;
      } catch {
        return false;
      }
    });
    ops.tried.set(name, works);
  }
  return works;
}
