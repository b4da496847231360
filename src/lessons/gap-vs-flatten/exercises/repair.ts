import { type LayersModel, type Tensor, tf } from "../../../networks/tf.js";
import { formOf } from "../../exercise/answers/form.js";
import { type Names, partsIn } from "../../exercise/answers/named.js";
import type { ExerciseContent } from "../../exercise/content.js";

const names: Names = [
  ["broken", "fixedSize", "fixed", "first", "old", "before"],
  ["mended", "any", "second", "new", "after", "repaired"],
];

function isModel(value: unknown): value is LayersModel {
  return value instanceof tf.LayersModel;
}

/** Height and width that a network asks for; null where it takes any. */
const sidesOf = (model: LayersModel) => model.inputs[0]?.shape.slice(1, 3) ?? [];

const answersTo = (model: LayersModel, images: Tensor) => (model.predict(images) as Tensor).dataSync();

export const anySizeNetwork: ExerciseContent = {
  title: "Repair: a network that refuses other sizes",
  check(answer) {
    const [broken, mended] = partsIn(answer, names) ?? [];
    if (!isModel(broken) || !isModel(mended))
      return {
        message: `Pass both networks: \`check({ broken: fixedSize, mended: … })\`. This is ${isModel(answer) ? "one network" : formOf(answer)}.`,
      };
    const asked = (model: LayersModel) => sidesOf(model).map((side) => side ?? "any");
    const fixed = (model: LayersModel) => sidesOf(model).some((side) => side !== null);
    if (mended === broken && fixed(broken))
      return {
        message: `These are one and the same network. The mended network still asks for ${asked(mended).join("x")} pixels.`,
      };
    if (!fixed(broken))
      return {
        message:
          "The first network takes any size already: it is not the broken one. Pass `fixedSize` as it was, and the mended one beside it.",
      };
    if (fixed(mended))
      return String(asked(mended)) === String(asked(broken))
        ? { message: `The mended network still asks for ${asked(mended).join("x")} pixels.` }
        : { message: `It asks for ${asked(mended).join("x")} pixels now. Let it take any size.` };
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
    '```\nconst mended = headCnn({ head: "gap", inputSize: "any" });\nmended.setWeights(fixedSize.getWeights());\nexercise("gap-vs-flatten.6").check({ broken: fixedSize, mended: mended });\n```',
};
