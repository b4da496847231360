import { type LayersModel, type Tensor, tf } from "../../../networks/tf.js";
import type { ExerciseContent } from "../../exercise/content.js";

function isModel(value: unknown): value is LayersModel {
  const model = value as Partial<LayersModel> | null;
  return typeof model === "object" && typeof model?.predict === "function" && Array.isArray(model.inputs);
}

/** Height and width that a network asks for; null where it takes any. */
const sidesOf = (model: LayersModel) => model.inputs[0]?.shape.slice(1, 3) ?? [];

const answersTo = (model: LayersModel, images: Tensor) => (model.predict(images) as Tensor).dataSync();

export const anySizeNetwork: ExerciseContent = {
  title: "Repair: a network that refuses other sizes",
  check(answer) {
    const { broken, mended } = answer as { broken?: unknown; mended?: unknown };
    if (!isModel(broken) || !isModel(mended))
      return { message: "Pass both networks: `check({ broken: fixedSize, mended: … })`." };
    const sides = sidesOf(mended);
    if (mended === broken || String(sides) === String(sidesOf(broken)))
      return { message: `The mended network still asks for ${sides.join("x")} pixels.` };
    if (sides.some((side) => side !== null))
      return {
        message: `It asks for ${sides.map((side) => side ?? "any").join("x")} pixels now. Let it take any size.`,
      };
    return tf.tidy(() => {
      const images = tf.randomUniform([4, 28, 28, 1], 0, 1, "float32", 8);
      const [before, after] = [answersTo(broken, images), answersTo(mended, images)];
      if (before.some((value, at) => Math.abs(value - (after[at] ?? Number.NaN)) > 1e-4)) {
        const sameWeights = broken.getWeights().every((weights, at) => {
          const other = mended.getWeights()[at];
          if (other === undefined || String(other.shape) !== String(weights.shape)) return false;
          return weights
            .dataSync()
            .every((value, place) => Math.abs(value - (other.dataSync()[place] ?? Number.NaN)) < 1e-6);
        });
        return {
          message: sameWeights
            ? "The weights are those of the first network, but on 28x28 it answers differently. It must end with the same head."
            : "It takes any size, but on 28x28 it answers differently: what was learned is not in it. Carry the weights over.",
        };
      }
      const wide = answersTo(mended, tf.zeros([1, 40, 64, 1]));
      return wide.length === 10
        ? true
        : { message: `On 40x64 pixels it gives ${wide.length} numbers instead of 10.` };
    });
  },
  because:
    "No weight of this network belongs to a place, so its weights fit images of any size; only the declared input shape stood in the way. Behind Flatten the same repair is impossible.",
  hints: [
    "The size is declared when the network is built. Is there a weight in it that depends on the size?",
    'Build the same network once more, with another `inputSize`: `headCnn({ head: "flatten", inputSize: "any" })` was refused above, what about this head? Then hand over what was learned, with `getWeights` and `setWeights`.',
  ],
  solution:
    '```\nconst mended = headCnn({ head: "gap", inputSize: "any" });\nmended.setWeights(fixedSize.getWeights());\nexercise("gap-vs-flatten.5").check({ broken: fixedSize, mended: mended });\n```',
};
