import { seeded } from "../../../src/arithmetic/random.js";
import { type LayersModel, tf } from "../../../src/networks/tf.js";

type Layer = tf.layers.Layer;

/** A network of random layers with random weights, biases and statistics among them. The caller disposes it. */
export function randomNetwork(seed: number): LayersModel {
  const random = seeded(seed);
  const any = <T>(...list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const from = (least: number, most: number) => least + Math.floor(random() * (most - least + 1));
  const model = tf.sequential({ name: `random${seed}` });
  const channels = any(1, 3);
  const bend = () =>
    any("relu", "tanh", "linear", "sigmoid", "elu", "relu6", "softplus", "softmax") as "relu";
  const sliding = () => ({ padding: any("same", "valid") as "same" | "valid" });
  const conv = (more: object) =>
    tf.layers.conv2d({
      filters: from(1, 5),
      kernelSize: [from(1, 3), from(1, 3)],
      ...(any(true, false) ? { strides: [from(1, 2), from(1, 2)] } : { dilationRate: from(1, 2) }),
      activation: bend(),
      useBias: any(true, false),
      ...sliding(),
      ...more,
    } as Parameters<typeof tf.layers.conv2d>[0]);
  const between: readonly (() => Layer)[] = [
    () => conv({}),
    () => tf.layers.maxPooling2d({ poolSize: from(1, 2), strides: from(1, 2), ...sliding() }),
    () => tf.layers.averagePooling2d({ poolSize: [2, from(1, 3)], strides: 2, ...sliding(), padding: "same" }),
    () => tf.layers.batchNormalization(),
    () => tf.layers.depthwiseConv2d({ kernelSize: from(1, 2), activation: bend(), ...sliding() }),
    () => tf.layers.zeroPadding2d({ padding: [[from(0, 2), 1], [1, from(0, 2)]] }),
    () => tf.layers.dropout({ rate: 0.5 }),
    () => tf.layers.activation({ activation: bend() }),
    () => tf.layers.dense({ units: from(1, 4), activation: bend() }),
  ]; // biome-ignore format: a layer a line
  model.add(conv({ inputShape: [from(9, 12), from(9, 12), channels], padding: "same" }));
  for (let more = from(1, 4); more > 0; more--) model.add(any(...between)());
  const ends: readonly (() => Layer)[] = [
    () => tf.layers.flatten(),
    () => tf.layers.globalAveragePooling2d({}),
    () => tf.layers.globalMaxPooling2d({}),
  ];
  model.add(any(...ends)());
  model.add(tf.layers.dense({ units: from(2, 12), activation: bend() }));
  if (any(true, false)) model.add(tf.layers.softmax({ axis: -1 }));
  draw(model, random);
  return model;
}

/** Weights of a size that keeps the numbers near one; all positive where a variance may be among them. */
function draw(model: LayersModel, random: () => number): void {
  const drawn = model.getWeights().map((weight) => {
    const fan = weight.shape.slice(0, -1).reduce((product, length) => product * length, 1);
    const values = Float32Array.from({ length: weight.size }, () =>
      weight.shape.length === 1 ? 0.1 + random() : (4 * random() - 2) / Math.sqrt(fan),
    );
    return tf.tensor(values, weight.shape);
  });
  model.setWeights(drawn);
  for (const weight of drawn) weight.dispose();
}

/** Numbers from 0 to 1 as a picture for a network, `[height][width]` or `[height][width][channels]`. */
export function randomPicture(model: LayersModel, seed: number): number[][] | number[][][] {
  const random = seeded(seed);
  const [, height = 0, width = 0, channels = 0] = (model.inputs[0]?.shape ?? []) as number[];
  const pixel = () => (channels === 1 ? random() : Array.from({ length: channels }, random));
  return Array.from({ length: height }, () => Array.from({ length: width }, pixel)) as
    | number[][]
    | number[][][];
}
