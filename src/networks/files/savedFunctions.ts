import { equation8, equation9, type ScoreLoss } from "../models/lenet/losses.js";
import { tf } from "../tf.js";

/** A loss or metric as a file holds it: a name, or what tells a function. Lists and names of outputs stay around it. */
type Saved =
  | string
  | { readonly library: "losses" | "metrics"; readonly name: string }
  | { readonly equation: string; readonly j: number | null }
  | { readonly own: string };

type Shared = Readonly<Record<string, unknown>>;
const libraries = { losses: tf.losses as Shared, metrics: tf.metrics as Shared };

/** Losses or metrics as JSON holds them: by their names in TensorFlow.js, also where they came as functions. */
export function savedFunctions(given: unknown): unknown {
  if (given === undefined || typeof given === "string") return given;
  if (typeof given === "function") return savedFunction(given as ScoreLoss);
  if (Array.isArray(given)) return given.map(savedFunctions);
  return {
    outputs: Object.fromEntries(
      Object.entries(given as Shared).map(([name, each]) => [name, savedFunctions(each)]),
    ),
  };
}

function savedFunction(given: ScoreLoss): Saved {
  for (const [library, shared] of Object.entries(libraries)) {
    const name = Object.keys(shared).find((each) => shared[each] === given);
    if (name !== undefined) return { library: library as "losses", name };
  }
  if ("equation" in given) {
    return { equation: given.equation, j: Number.isFinite(given.j) ? given.j : null };
  }
  return { own: (given as { name?: string }).name ?? "" };
}

/** The losses or metrics again. One that was somebody's own function says so when it is asked. */
export function restoredFunctions(saved: unknown): unknown {
  if (saved === undefined || typeof saved === "string") return saved;
  if (Array.isArray(saved)) return saved.map(restoredFunctions);
  const { outputs, library, name, equation, j, own } = saved as Record<string, unknown>;
  if (outputs) {
    return Object.fromEntries(
      Object.entries(outputs as Shared).map(([each, value]) => [each, restoredFunctions(value)]),
    );
  }
  if (library) return libraries[library as "losses"][name as string];
  if (equation === "equation8") return equation8;
  if (equation === "equation9") return equation9((j as number | null) ?? Number.POSITIVE_INFINITY);
  return lost(String(own));
}

function lost(name: string) {
  const called = name === "" ? "a function of your own" : `your own function ${name}`;
  const stand = () => {
    throw new Error(
      `Cannot measure: a loss or metric was ${called}, which no file holds. Compile with it again: model.compile({ optimizer: model.optimizer, loss, metrics }) keeps the optimizer's state.`,
    );
  };
  return Object.defineProperty(stand, "name", { value: name });
}
