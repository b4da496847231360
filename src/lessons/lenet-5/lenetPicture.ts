import { indexOfLargest } from "../../arithmetic/largest.js";
import { squashHeight } from "../../arithmetic/scaledTanh.js";
import type { Figure } from "../../charts/figure.js";
import { networkPicture, type PictureLayer } from "../../charts/figures/networkPicture.js";
import type { Digits } from "../../images/digits/digits.js";
import { featureMapsOf } from "../../networks/models/inspect.js";
import { layerOutputs } from "../../networks/models/layerOutputs.js";
import type { LayersModel, Tensor } from "../../networks/tf.js";
import { toInputs } from "../../networks/training/inputs.js";

/** How the layers of LeNet-5 are laid out. */
const layout = {
  frame: { title: "input", columns: 1, scale: 2, image: true },
  c1: { title: "C1", columns: 2, scale: 2, window: 5 },
  s2: { title: "S2", columns: 2, scale: 2, window: 2 },
  c3: { title: "C3", columns: 2, scale: 2, window: 5 },
  s4: { title: "S4", columns: 2, scale: 3, window: 2 },
  c5: { title: "C5", columns: 6, scale: 8, window: 5 },
  f6: { title: "F6", columns: 7, scale: 11 },
} as const;

/**
 * A LeNet-5 as a picture with one digit flowing through it: all feature maps of all its layers, F6 as the 7x12 picture that
 * the output compares with its codes, and what the output says of each class. Drawn from the model: sizes and parameter
 * counts are its own.
 *
 * @param digit `Digits` with count 1, 28x28
 * @throws {RangeError} if it is not one digit
 */
export function lenetPicture(model: LayersModel, digit: Digits): Figure {
  if (digit.count !== 1) {
    throw new RangeError(
      `Cannot send ${digit.count} digits through the picture. Give one: take(digits, 7, 1).`,
    );
  }
  const inputs = toInputs(digit);
  const names = Object.keys(layout) as (keyof typeof layout)[];
  const outputs = layerOutputs(model, inputs, [...names, "output"]);
  const range = [-squashHeight, squashHeight] as const;
  const layers = names.map((name, index): PictureLayer => {
    const { title, ...drawn } = layout[name];
    const output = outputs[index] as Tensor;
    const maps = featureMapsOf(output);
    const [height = 1, width = 1] = output.shape.slice(1);
    const count = height * width === 1 ? String(maps.length) : `${maps.length} @ ${height}x${width}`;
    const parameters = model.getLayer(name).countParams().toLocaleString("en-US");
    const colors =
      name === "frame" || model.getLayer(name).getConfig().activation === "relu" ? {} : { range };
    return { name: title, ...drawn, ...colors, maps, notes: [count, `${parameters}\nparameters`] };
  });
  const scores = [...(outputs.at(-1) as Tensor).dataSync()];
  for (const tensor of [inputs, ...outputs]) tensor.dispose();
  return networkPicture([...layers, answer(scores, model.getLayer("output").getClassName() === "Dense")]);
}

/** The output: probabilities, or distances to the codes, the nearest marked. */
function answer(scores: readonly number[], probabilities: boolean): PictureLayer {
  const says = (score: number) => (probabilities ? `${(100 * score).toFixed(1)}%` : (-score).toFixed(0));
  return {
    name: "output",
    notes: [probabilities ? "probabilities" : "distance²"],
    maps: scores.map((score) => [[score]]),
    columns: 1,
    scale: 15,
    labels: scores.map((score, index) => `${index}: ${says(score)}`),
    marked: indexOfLargest(scores),
  };
}
