import { squashHeight, squashSlope } from "../../arithmetic/scaledTanh.js";
import type { Bend } from "./stage.js";

const tanh = (z: string) => `(1 - 2 / (exp(2 * ${z}) + 1))`;

/** What each makes of a sum, as an expression of Vega. Softmax looks at all maps of a place and stands elsewhere. */
const expressions: Readonly<Record<Exclude<Bend, "softmax">, (z: string) => string>> = {
  linear: (z) => z,
  relu: (z) => `max(0, ${z})`,
  relu6: (z) => `clamp(${z}, 0, 6)`,
  tanh,
  scaledTanh: (z) => `${squashHeight} * ${tanh(`(${squashSlope} * ${z})`)}`,
  sigmoid: (z) => `1 / (1 + exp(-(${z})))`,
  elu: (z) => `(${z} > 0 ? ${z} : exp(${z}) - 1)`,
  softplus: (z) => `(${z} > 30 ? ${z} : log(1 + exp(${z})))`,
};

/** The names of what can bend a sum. */
export const bends: readonly string[] = [...Object.keys(expressions), "softmax"];

/** Those behind which nothing is below zero. */
export const unsignedBends: readonly Bend[] = ["relu", "relu6", "sigmoid", "softplus", "softmax"];

/** The bent sum as an expression of Vega. */
export const bent = (bend: Exclude<Bend, "softmax">, z: string): string => expressions[bend](z);

/** The bend of a layer by its name, if there is one of that name. */
export const bendNamed = (name: unknown): Bend | undefined =>
  bends.includes(String(name)) ? (name as Bend) : undefined;
