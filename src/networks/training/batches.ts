import { channelsOf, type ImageSet, requireSet } from "../../images/images.js";
import { type Tensor, tf } from "../tf.js";

/** What a network can be trained on: images as bytes, or tensors that the caller keeps and disposes. */
export type TrainingData = ImageSet | { inputs: Tensor; labels: Tensor };

/** Images and their labels. */
export interface Batch {
  inputs: Tensor;
  labels: Tensor;
}

/** Where the batches of one training or evaluation come from. */
export interface BatchSource {
  readonly count: number;
  /** Shape of one input. */
  readonly inputShape: readonly number[];
  /** Shape of one label: `[1]` for a number. */
  readonly labelShape: readonly number[];
  /** Whether each label is the number of a class, whatever the loss wants: those of images are. */
  readonly ofClasses: boolean;
  /** The numbers of all labels. */
  labels(): ArrayLike<number>;
  /** The images and labels at these indices; the caller disposes both. */
  batch(indices: Uint32Array): Batch;
}

/** Images stay bytes; only the batch at hand becomes a tensor. */
function imageBatches(images: ImageSet, scale: number): BatchSource {
  requireSet(images, "use images");
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
    inputShape: [height, width, channels],
    labelShape: [1],
    ofClasses: true,
    labels: () => labels,
    batch(indices) {
      const values = new Float32Array(indices.length * size);
      let to = 0;
      for (const index of indices) {
        const end = (index + 1) * size;
        for (let from = index * size; from < end; from++) values[to++] = (pixels[from] as number) * scale;
      }
      const wanted = Float32Array.from(indices, (index) => labels[index] as number);
      return {
        inputs: tf.tensor4d(values, [indices.length, height, width, channels]),
        labels: tf.tensor2d(wanted, [indices.length, 1]),
      };
    },
  };
}

/** The rows of tensors that the caller keeps. A list of numbers is a column, as TensorFlow.js has it. */
function tensorBatches({ inputs, labels }: { inputs: Tensor; labels: Tensor }): BatchSource {
  const count = inputs.shape[0] ?? 0;
  if (labels.shape[0] !== count) {
    throw new RangeError(
      `Cannot pair ${count} inputs with ${labels.shape[0] ?? "no list of"} labels. Give one label for each input.`,
    );
  }
  const shapeOf = ({ shape }: Tensor) => (shape.length === 1 ? [1] : shape.slice(1));
  const [inputShape, labelShape] = [shapeOf(inputs), shapeOf(labels)];
  return {
    count,
    inputShape,
    labelShape,
    ofClasses: false,
    labels: () => labels.dataSync(),
    batch: (indices) =>
      tf.tidy(() => {
        const rows = tf.tensor1d(Int32Array.from(indices), "int32");
        const some = (tensor: Tensor, shape: readonly number[]) =>
          tf.gather(tensor, rows).reshape([indices.length, ...shape]);
        // Losses refuse whole-number labels, so they become float32 whatever they were.
        return { inputs: some(inputs, inputShape), labels: some(labels, labelShape).cast("float32") };
      }),
  };
}

/** The batches of either form of data. */
export function batchesOf(data: TrainingData, scale: number): BatchSource {
  return "pixels" in data ? imageBatches(data, scale) : tensorBatches(data);
}
