import {
  crossCorrelate,
  disposeModel,
  type LayersModel,
  type Matrix,
  mnistCnn,
  take,
  tf,
  toInputs,
} from "convlab";
import { experiment, slopesThrough, weightsHash } from "convlab/lessons";
import { grid, mnist } from "../shared.js";

export default experiment({
  id: "mnist-cnn/slopes",
  question:
    "The slopes through a convolution to its inputs, by hand and by TensorFlow: the second convolution of the lab's network, one digit",
  rows: grid([{ name: "by hand", network: "mnistCnn" }], 10),
  means: [
    "slopes compared",
    "largest slope",
    "largest difference from TensorFlow",
    "largest difference where the kernel is not turned",
  ].map((measure, index) => ({
    arms: ["by hand"],
    measure,
    of: ({ numbers }) => (numbers as readonly number[])[index] as number,
  })),
  async run({ seed }, context) {
    const { train } = await mnist;
    const digit = take(train, seed - 1, 1);
    const model = mnistCnn({ seed });
    const { kernels, slopes, wanted } = byTensorFlow(model, digit);
    const byHand = collect(slopes, kernels, slopesThrough);
    const notTurned = collect(slopes, kernels, (map, kernel) =>
      crossCorrelate(map, kernel, { padding: "full" }),
    );
    const numbers = [
      wanted.flat(2).length,
      Math.max(...wanted.flat(2).map(Math.abs)),
      largestDifference(byHand, wanted),
      largestDifference(notTurned, wanted),
    ];
    const weights = weightsHash(model);
    disposeModel(model);
    context.report(1);
    return { weights, result: { numbers } };
  },
});

/** Maps by channel, rows and columns. */
type Maps = number[][][];

/** The second convolution's kernels, by filter and channel, and the loss's slopes by its sums and by its inputs. */
function byTensorFlow(model: LayersModel, digit: Parameters<typeof toInputs>[0]) {
  return tf.tidy(() => {
    const [kernel, bias] = model.getLayer("conv2").getWeights() as [tf.Tensor4D, tf.Tensor1D];
    const below = tf.model({
      inputs: model.inputs,
      outputs: model.getLayer("pool1").output as tf.SymbolicTensor,
    });
    const inputs = below.predict(toInputs(digit)) as tf.Tensor4D;
    const sumsOf = (maps: tf.Tensor) => tf.add(tf.conv2d(maps as tf.Tensor4D, kernel, 1, "valid"), bias);
    const above = (sums: tf.Tensor) => {
      const start = model.layers.findIndex(({ name }) => name === "pool2");
      const probabilities = model.layers
        .slice(start)
        .reduce((maps, layer) => layer.apply(maps) as tf.Tensor, tf.relu(sums));
      return probabilities
        .flatten()
        .gather([digit.labels[0] as number])
        .log()
        .neg()
        .sum() as tf.Scalar;
    };
    const bySums = tf.grad(above)(sumsOf(inputs));
    const byInputs = tf.grad((maps) => above(sumsOf(maps)))(inputs);
    return {
      kernels: (tf.transpose(kernel, [3, 2, 0, 1]) as tf.Tensor4D).arraySync(),
      slopes: mapsOf(bySums),
      wanted: mapsOf(byInputs),
    };
  });
}

function mapsOf(maps: tf.Tensor): Maps {
  return (tf.transpose(maps.squeeze([0]), [2, 0, 1]) as tf.Tensor3D).arraySync();
}

/** For each channel the sum over all filters. */
function collect(
  slopes: Maps,
  kernels: readonly Maps[],
  through: (map: Matrix, kernel: Matrix) => Matrix,
): Maps {
  const channels = kernels[0]?.length ?? 0;
  return Array.from({ length: channels }, (_, channel) =>
    slopes
      .map((map, filter) => through(map, kernels[filter]?.[channel] as Matrix).map((row) => [...row]))
      .reduce((all, part) => all.map((row, i) => row.map((value, j) => value + (part[i]?.[j] as number)))),
  );
}

function largestDifference(a: Maps, b: Maps): number {
  const wanted = b.flat(2);
  return Math.max(...a.flat(2).map((value, index) => Math.abs(value - (wanted[index] as number))));
}
