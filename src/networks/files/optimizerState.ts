import { isKnownOptimizer, makeOptimizer } from "../models/optimizers.js";
import { tf } from "../tf.js";
import { numbersOf, type Tensors, tensorOf } from "./modelWeights.js";

/** What a file says of an optimizer; its numbers lie in a file of their own. */
export interface SavedOptimizer {
  readonly className: string;
  readonly config: tf.serialization.ConfigDict;
  readonly iterations: number;
  /** For each of its lists the names of what stands in it. */
  readonly lists: Readonly<Record<string, readonly string[]>>;
}

/** What TensorFlow.js's optimizers keep of a weight, in lists. */
interface Kept {
  originalName: string;
  variable: tf.Variable;
}

/** All that an optimizer holds: lists of what it keeps, single variables, numbers. */
type State = Record<string, unknown> & { iterations_?: number };

/** An optimizer as it can be written: its settings, and what it has gathered. */
export function savedOptimizer(optimizer: tf.Optimizer): { about: SavedOptimizer; tensors: Tensors } {
  const className = optimizer.getClassName();
  if (!isKnownOptimizer(className)) {
    return { about: { className, config: {}, iterations: 0, lists: {} }, tensors: new Map() };
  }
  const state = optimizer as unknown as State;
  const named = new Map<string, tf.Tensor>();
  const lists: Record<string, string[]> = {};
  for (const [property, value] of Object.entries(state)) {
    if (value instanceof tf.Variable) named.set(property, value);
    if (!Array.isArray(value)) continue;
    const kept = value as Kept[];
    lists[property] = kept.map(({ originalName }) => originalName);
    for (const [index, { variable }] of kept.entries()) named.set(`${property}/${index}`, variable);
  }
  const { iterations_: iterations = 0 } = state;
  const about = { className, config: optimizer.getConfig(), iterations, lists };
  return { about, tensors: numbersOf(named) };
}

/** The optimizer again, where it was; of a class of somebody's own one that says so when it is to take a step. */
export function restoredOptimizer(saved: SavedOptimizer, tensors: Tensors): tf.Optimizer {
  const optimizer = makeOptimizer(saved.className, saved.config);
  if (!optimizer) return new LostOptimizer(saved.className);
  const state = optimizer as unknown as State;
  state.iterations_ = saved.iterations;
  const take = (name: string) => {
    const found = tensors.get(name);
    if (!found) throw new Error(`the optimizer has no ${name}`);
    return tensorOf(found);
  };
  tf.tidy(() => {
    for (const [property, names] of Object.entries(saved.lists)) {
      state[property] = names.map((originalName, index) => ({
        originalName,
        variable: tf.variable(take(`${property}/${index}`), false),
      }));
    }
    for (const [property, value] of Object.entries(state)) {
      if (value instanceof tf.Variable) value.assign(take(property));
    }
  });
  return optimizer;
}

/** Stands for an optimizer that no file can hold. */
class LostOptimizer extends tf.Optimizer {
  static className = "LostOptimizer";
  readonly #className: string;

  constructor(className: string) {
    super();
    this.#className = className;
  }

  applyGradients(): void {
    throw new Error(
      `Cannot train: the optimizer was a ${this.#className}, which no file holds. Compile with a new one: model.compile({ optimizer, loss: model.loss, metrics: model.metrics }).`,
    );
  }

  getConfig(): tf.serialization.ConfigDict {
    return {};
  }
}
