import { type Digits, disposeModel, evaluate, fit, type LayersModel, take, tf, toInputs } from "convlab";
import { experiment, weightsHash } from "convlab/lessons";
import { grid, mnist } from "../shared.js";
import { type End, labCnn } from "./labCnn.js";

/** After how many steps the network is looked at. */
const moments = [0, 1, 2, 3, 5, 10, 20, 50, 100, 188];
const layers = ["conv1", "conv2", "hidden"] as const;
const last = moments.length - 1;
const at = (name: string, index: number) => (result: Readonly<Record<string, unknown>>) =>
  (result[name] as readonly number[])[index] as number;

const arms = [
  { name: "pixels 0 to 1, loss from softmax", largestPixel: 1, end: "softmax" },
  { name: "pixels 0 to 255, loss from softmax", largestPixel: 255, end: "softmax" },
  { name: "pixels 0 to 255, loss from logits", largestPixel: 255, end: "logits" },
] as const;

export default experiment({
  id: "mnist-cnn/dead",
  question:
    "What dies in a network on pixels from 0 to 255, layer by layer and step by step: filters and units that answer to none of 500 digits",
  rows: grid(
    arms.map((each) => ({ ...each, epochs: 2, trainImages: 3_000 })),
    5,
  ),
  means: [
    ...["conv1", "conv2", "hidden", "clipped"].flatMap((name) =>
      [0, 2, 5, last].map((index) => ({
        arms: arms.map((each) => each.name),
        measure: `share ${name === "clipped" ? "of digits whose slope is clipped away" : `of ${name} dead`} after ${moments[index]} steps`,
        of: at(name, index),
      })),
    ),
    { arms: arms.map(({ name }) => name), measure: "different answers at the end", of: at("answers", last) },
    { arms: arms.map(({ name }) => name), measure: "testAccuracy" },
  ],
  async run({ configuration, seed }, context) {
    const { train, test } = await mnist;
    const model = labCnn(configuration.end as End, seed);
    const scale = Number(configuration.largestPixel) / 255;
    const [epochs, trainImages] = [Number(configuration.epochs), Number(configuration.trainImages)];
    // Digits that are neither learned nor tested.
    const watched = take(train, trainImages, 500);
    const looks = [look(model, watched, scale, configuration.end as End)];
    let steps = 0;
    // TensorFlow.js's own way: it keeps the weights in the model after every step, where they can be looked at.
    const options = { epochs, seed, scale, fast: false };
    await fit(model, take(train, 0, trainImages), options, [
      {
        onBatch: ({ epoch, seen }) => {
          steps += 1;
          if (moments.includes(steps)) looks.push(look(model, watched, scale, configuration.end as End));
          context.report((0.95 * ((epoch - 1) * trainImages + seen)) / (epochs * trainImages));
        },
      },
    ]);
    const { accuracy } = await evaluate(model, test, { scale });
    const weights = weightsHash(model);
    disposeModel(model);
    context.report(1);
    const column = (name: keyof Look) => looks.map((each) => each[name]);
    return {
      weights,
      result: {
        conv1: column("conv1"),
        conv2: column("conv2"),
        hidden: column("hidden"),
        clipped: column("clipped"),
        answers: column("answers"),
        testAccuracy: accuracy,
      },
    };
  },
});

/** Of each layer the share of filters or units that are 0 for all digits; of the digits the share whose slope is clipped away. */
interface Look {
  conv1: number;
  conv2: number;
  hidden: number;
  clipped: number;
  /** How many classes are named. */
  answers: number;
}

function look(model: LayersModel, digits: Digits, scale: number, end: End): Look {
  const outputs = [...layers, "output"].map((name) => model.getLayer(name).output as tf.SymbolicTensor);
  return tf.tidy(() => {
    const found = tf.model({ inputs: model.inputs, outputs }).predict(toInputs(digits, { scale }));
    const [conv1, conv2, hidden, output] = found as tf.Tensor[];
    const dead = (maps: tf.Tensor | undefined) => {
      const largest = (maps as tf.Tensor).reshape([-1, maps?.shape.at(-1) ?? 1]).max(0);
      return largest.lessEqual(0).mean().dataSync()[0] as number;
    };
    const answers = new Set((output as tf.Tensor).argMax(-1).dataSync()).size;
    const probabilities = (end === "logits" ? tf.softmax(output as tf.Tensor) : output) as tf.Tensor2D;
    const values = probabilities.arraySync();
    const clipped = values.filter((row, index) => (row[digits.labels[index] as number] as number) < 1e-7);
    return {
      conv1: dead(conv1),
      conv2: dead(conv2),
      hidden: dead(hidden),
      clipped: end === "logits" ? 0 : clipped.length / digits.count,
      answers,
    };
  });
}
