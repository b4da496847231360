import { type LayersModel, tf } from "convlab";

/**
 * `linear`: softmax of the pixels. `two`: two convolutions of 16 and 32 filters and a dense layer of 64; `small`: of half as many filters.
 * `six`: six convolutions and a global average. `deep`: seventeen convolutions of 8 filters, the last sixteen in pairs on 7x7 places.
 */
export type Body = "linear" | "small" | "two" | "six" | "deep";

/** What is built around the convolutions. */
export interface Build {
  /** Whether batch normalisation stands before each ReLU. */
  normalised?: boolean;
  /** Whether what comes into a pair of convolutions of `deep` is added to what leaves it. */
  added?: boolean;
}

/** Convolutions with a side and a number of filters, poolings, and pairs of convolutions past which an addition may lead. */
type Part = { filters: number; kernel: number } | { pool: number } | { pairs: number };
const parts: Readonly<Record<Body, readonly Part[]>> = {
  linear: [],
  small: [{ filters: 8, kernel: 5 }, { pool: 2 }, { filters: 16, kernel: 5 }, { pool: 2 }],
  two: [{ filters: 16, kernel: 5 }, { pool: 2 }, { filters: 32, kernel: 5 }, { pool: 2 }],
  six: [16, 32, 64].flatMap((filters) => [{ filters, kernel: 3 }, { filters, kernel: 3 }, { pool: 2 }]),
  deep: [{ filters: 8, kernel: 5 }, { pool: 4 }, { pairs: 8 }],
};

/** A network for images of 28x28, not compiled. The same seed gives the same first weights to convolutions and dense layers. */
export function bodyNetwork(
  body: Body,
  { normalised = false, added = false }: Build,
  { channels, classes }: { channels: number; classes: number },
  seed: number,
): LayersModel {
  let drawn = 1000 * seed;
  const wide = () => ({ kernelInitializer: tf.initializers.heUniform({ seed: ++drawn }) });
  const input = tf.input({ shape: [28, 28, channels] });
  let end: tf.SymbolicTensor = input;
  const then = (layer: tf.layers.Layer) => {
    end = layer.apply(end) as tf.SymbolicTensor;
  };
  const normalise = () => {
    if (normalised) then(tf.layers.batchNormalization({ momentum: 0.9 }));
  };
  const convolve = (filters: number, kernelSize: number) =>
    then(tf.layers.conv2d({ ...wide(), filters, kernelSize, padding: "same" }));
  const bend = () => {
    normalise();
    then(tf.layers.reLU());
  };
  const pair = () => {
    const start = end;
    convolve(8, 3);
    bend();
    convolve(8, 3);
    normalise();
    if (added) end = tf.layers.add().apply([start, end]) as tf.SymbolicTensor;
    then(tf.layers.reLU());
  };
  for (const part of parts[body]) {
    if ("pool" in part) then(tf.layers.maxPooling2d({ poolSize: part.pool }));
    else if ("pairs" in part) for (let index = 0; index < part.pairs; index++) pair();
    else {
      convolve(part.filters, part.kernel);
      bend();
    }
  }
  then(body === "six" ? tf.layers.globalAveragePooling2d({}) : tf.layers.flatten());
  if (body === "two" || body === "small") {
    then(tf.layers.dense({ ...wide(), units: 64 }));
    bend();
  }
  const narrow = tf.initializers.glorotUniform({ seed: ++drawn });
  then(tf.layers.dense({ kernelInitializer: narrow, units: classes, activation: "softmax" }));
  return tf.model({ inputs: input, outputs: end, name: body });
}
