import { disposeModel, take, tf, toInputs, toLabels } from "convlab";
import { experiment, type HiddenNetwork, hiddenSlopes, mnistMlp, weightsHash } from "convlab/lessons";
import { grid, mnist } from "../shared.js";

const hiddenUnits = 16;

export default experiment({
  id: "images-and-dense-layers/slopes",
  question:
    "The slopes of a network with a hidden layer, by hand and by TensorFlow: one digit, 784 pixels, 16 units, ten classes",
  rows: grid([{ name: "by hand", hiddenUnits }], 10),
  means: [
    "slopes compared",
    "largest slope",
    "largest difference from TensorFlow",
    "largest difference where the switch of ReLU is forgotten",
    "units shut",
  ].map((measure, index) => ({
    arms: ["by hand"],
    measure,
    of: ({ numbers }) => (numbers as readonly number[])[index] as number,
  })),
  async run({ seed }, context) {
    const { train } = await mnist;
    const digit = take(train, seed - 1, 1);
    const model = mnistMlp({ hiddenUnits: [hiddenUnits], seed });
    const network = networkOf(model.getWeights());
    const inputs = [...toInputs(digit).dataSync()];
    const byHand = hiddenSlopes(inputs, digit.labels[0] as number, network);
    const wanted = byTensorFlow(model, digit);
    const { hidden, sums, gradient } = byHand;
    // What comes out if one forgets that a unit that is shut passes nothing on.
    const open = {
      ...gradient,
      hiddenWeights: hidden.map((slope) => inputs.map((value) => slope * value)),
      hiddenBiases: hidden,
    };
    const numbers = [
      wanted.length,
      Math.max(...wanted.map(Math.abs)),
      largestDifference(flat(gradient), wanted),
      largestDifference(flat(open), wanted),
      sums.filter((slope) => slope === 0).length,
    ];
    const weights = weightsHash(model);
    disposeModel(model);
    context.report(1);
    return { weights, result: { numbers } };
  },
});

/** The weights of TensorFlow stand by input, ours by unit. */
function networkOf([first, hiddenBias, second, outputBias]: tf.Tensor[]): HiddenNetwork {
  const rows = (weights: tf.Tensor | undefined) =>
    (weights as tf.Tensor2D).transpose().arraySync() as number[][];
  const list = (bias: tf.Tensor | undefined) => [...(bias as tf.Tensor).dataSync()];
  return tf.tidy(() => ({
    hiddenWeights: rows(first),
    hiddenBiases: list(hiddenBias),
    outputWeights: rows(second),
    outputBiases: list(outputBias),
  }));
}

/** All slopes of the same loss by TensorFlow, in the same order. */
function byTensorFlow(model: tf.LayersModel, digit: Parameters<typeof toInputs>[0]): number[] {
  return tf.tidy(() => {
    const variables = model.trainableWeights.map((weight) => weight.read() as tf.Variable);
    const loss = () => {
      const probabilities = model.apply(toInputs(digit), { training: true }) as tf.Tensor2D;
      return probabilities.gather(toLabels(digit).toInt().flatten(), 1).log().neg().sum() as tf.Scalar;
    };
    const { grads } = tf.variableGrads(loss, variables);
    const slopes = variables.map(({ name }) => grads[name] as tf.Tensor);
    return flat(networkOf(slopes));
  });
}

function flat(network: HiddenNetwork): number[] {
  const { hiddenWeights, hiddenBiases, outputWeights, outputBiases } = network;
  return [hiddenWeights.flat(), hiddenBiases, outputWeights.flat(), outputBiases].flat();
}

function largestDifference(a: readonly number[], b: readonly number[]): number {
  return Math.max(...a.map((value, index) => Math.abs(value - (b[index] as number))));
}
