import { cnn, type LayersModel, tf } from "convlab";

/** How the outputs end, and what the loss is computed from. */
export type End = "softmax" | "softmax twice" | "logits";

/**
 * The lab's network with another end. TensorFlow.js takes the logarithm of the softmax's probabilities and holds them at 1e-7 first,
 * which leaves no slope for answers that are surely wrong. From the logits the same cross-entropy has one everywhere.
 */
export function labCnn(end: End, seed: number): LayersModel {
  const bent = { activation: "relu", start: "glorotUniform" } as const;
  const loss = (wanted: tf.Tensor, logits: tf.Tensor) =>
    tf.losses.softmaxCrossEntropy(wanted, logits) as tf.Tensor;
  return cnn(
    { height: 28, width: 28, channels: 1 },
    [
      { kind: "conv", filters: 32, kernel: 5, ...bent },
      { kind: "maxPool", size: 2 },
      { kind: "conv", filters: 64, kernel: 5, ...bent },
      { kind: "maxPool", size: 2 },
      { kind: "flatten" },
      { kind: "dense", name: "hidden", units: 64, ...bent },
      { kind: "dense", name: "output", units: 10, activation: end === "logits" ? "linear" : "softmax" },
      ...(end === "softmax twice" ? [{ kind: "softmax" } as const] : []),
    ],
    { seed, name: "labCnn", ...(end === "logits" ? { loss } : {}) },
  );
}
