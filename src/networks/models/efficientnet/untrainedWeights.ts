import { normal, seeded } from "../../../arithmetic/random.js";
import type { NamedWeights } from "./model.js";

/**
 * Weights of the same names and shapes that have learned nothing, for comparison: kernels drawn at random, as large as
 * is usual before training (He and others, 2015: a deviation of the root of 2 by the numbers that go into a sum), and
 * normalisation that changes nothing.
 */
export function untrainedWeights(like: NamedWeights, seed: number): NamedWeights {
  const random = seeded(seed);
  return new Map(
    [...like].map(([name, { shape, data }]) => {
      const fresh = new Float32Array(data.length);
      if (shape.length >= 2) {
        const fanIn = data.length / (shape[0] ?? 1);
        const deviation = Math.sqrt(2 / fanIn);
        for (let index = 0; index < fresh.length; index++) fresh[index] = deviation * normal(random);
      } else if (name.endsWith(".running_var") || (name.endsWith(".weight") && shape.length === 1)) {
        fresh.fill(1);
      }
      return [name, { shape, data: fresh }];
    }),
  );
}
