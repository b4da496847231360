import { channelsOf, type ImageSet } from "../../images/images.js";
import { type Tensor1D, tf } from "../tf.js";

/** What a network can be trained on: images as bytes, or tensors that the caller keeps and disposes. */
export type TrainingData = ImageSet | { inputs: tf.Tensor; labels: Tensor1D };

/** Images and their labels. */
export interface Batch {
  inputs: tf.Tensor;
  labels: tf.Tensor;
}

/** Where the batches of one training or evaluation come from. */
interface BatchSource {
  readonly count: number;
  /** The images and labels at these indices; the caller disposes both. */
  batch(indices: Uint32Array): Batch;
}

/** Images stay bytes; only the batch at hand becomes a tensor. */
function imageBatches(images: ImageSet, scale: number): BatchSource {
  const { count, height, width, pixels, labels } = images;
  const channels = channelsOf(images);
  const size = height * width * channels;
  if (pixels.length !== count * size || labels.length !== count) {
    throw new RangeError(
      `Cannot use ${count} images of ${height}x${width}x${channels}: pixels has ${pixels.length} bytes and there are ${labels.length} labels. Give ${count * size} and ${count}.`,
    );
  }
  return {
    count,
    batch(indices) {
      const values = new Float32Array(indices.length * size);
      indices.forEach((index, row) => {
        const from = index * size;
        for (let pixel = 0; pixel < size; pixel++) {
          values[row * size + pixel] = (pixels[from + pixel] as number) * scale;
        }
      });
      return {
        inputs: tf.tensor4d(values, [indices.length, height, width, channels]),
        labels: tf.tensor1d(Float32Array.from(indices, (index) => labels[index] as number)),
      };
    },
  };
}

/** The rows of tensors that the caller keeps. */
function tensorBatches(data: { inputs: tf.Tensor; labels: Tensor1D }): BatchSource {
  const count = data.inputs.shape[0] ?? 0;
  if (data.labels.shape[0] !== count) {
    throw new RangeError(
      `Cannot pair ${count} inputs with ${data.labels.shape[0]} labels. Give one label for each input.`,
    );
  }
  return {
    count,
    batch: (indices) =>
      tf.tidy(() => {
        const rows = tf.tensor1d(Int32Array.from(indices), "int32");
        // The loss refuses whole-number labels, so they become float32 whatever they were.
        return { inputs: tf.gather(data.inputs, rows), labels: tf.gather(data.labels, rows).cast("float32") };
      }),
  };
}

/** The batches of either form of data. */
export function batchesOf(data: TrainingData, scale: number): BatchSource {
  return "pixels" in data ? imageBatches(data, scale) : tensorBatches(data);
}
