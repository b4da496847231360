import { disposeModel } from "../../../src/networks/models/disposeModel.js";
import { type LayersModel, tf } from "../../../src/networks/tf.js";

type Layer = tf.layers.Layer;
type Head = "softmax" | "sigmoid" | "linear";

/** Two convolutions, the same weights each time. */
const convolutions = (inputShape?: number[]) => [
  tf.layers.conv2d({ name: "conv1", filters: 3, kernelSize: 3, padding: "same", activation: "relu", inputShape, kernelInitializer: seeded(1) }),
  tf.layers.conv2d({ name: "conv2", filters: 4, kernelSize: 3, activation: "relu", kernelInitializer: seeded(2) }),
]; // biome-ignore format: a layer a line
const seeded = (seed: number) => tf.initializers.glorotNormal({ seed });
const before = (inputShape?: number[]) =>
  tf.layers.conv2d({ name: "before", filters: 2, kernelSize: 1, inputShape, kernelInitializer: seeded(3) });
/** A hidden layer, so that Grad-CAM takes a real gradient. */
const head = (activation: Head, units: number) => [
  tf.layers.globalAveragePooling2d({ name: "gap" }),
  tf.layers.dense({ name: "hidden", units: 5, activation: "tanh", kernelInitializer: seeded(4) }),
  tf.layers.dense({ name: "scores", units, activation, kernelInitializer: seeded(5) }),
];
const inARow = (name: string, layers: Layer[]) => tf.sequential({ name, layers });
const applied = (layers: Layer[], input: tf.SymbolicTensor) =>
  layers.reduce((place, layer) => layer.apply(place) as tf.SymbolicTensor, input);

/** The same network flat, and with its convolutions in a network within, in the ways that people put one there. */
export function nestings(
  activation: Head = "softmax",
  units = 3,
): Record<string, { flat: LayersModel; nested: LayersModel; path: string }> {
  const image = [6, 7, 1];
  const flat = () => inARow("flat", [...convolutions(image), ...head(activation, units)]);
  const late = () => inARow("late", [before(image), ...convolutions(), ...head(activation, units)]);
  const wired = (layers: (input: tf.SymbolicTensor) => tf.SymbolicTensor, shape = image) => {
    const inputs = tf.input({ shape });
    return tf.model({ name: "wired", inputs, outputs: layers(inputs) });
  };
  const backbone = (shape = image) => inARow("backbone", convolutions(shape));
  return {
    "first in a sequential network": { flat: flat(), nested: inARow("outer", [backbone(), ...head(activation, units)]), path: "backbone" },
    "behind another layer": {
      flat: late(), nested: inARow("outer", [before(image), backbone([6, 7, 2]), ...head(activation, units)]), path: "backbone" },
    "applied to the input": { flat: flat(), nested: wired((input) => applied([backbone(), ...head(activation, units)], input)), path: "backbone" },
    "wired itself": {
      flat: flat(),
      nested: inARow("outer", [wired((input) => applied(convolutions(), input)), ...head(activation, units)]), path: "wired" },
    "with the head in one too": {
      flat: flat(), nested: wired((input) => applied([backbone(), inARow("head", [tf.layers.inputLayer({ inputShape: [4, 5, 4] }), ...head(activation, units)])], input)), path: "backbone" },
    "two deep": {
      flat: late(), nested: inARow("outer", [before(image), wired((input) => applied([backbone([6, 7, 2])], input), [6, 7, 2]), ...head(activation, units)]), path: "wired/backbone" },
  }; // biome-ignore format: a case a line or two
}

export function disposeNestings(all: ReturnType<typeof nestings>): void {
  for (const { flat, nested } of Object.values(all)) {
    disposeModel(flat);
    tf.dispose(nested.getWeights());
  }
}
