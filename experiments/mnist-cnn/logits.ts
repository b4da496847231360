import {
  disposeModel,
  evaluate,
  mnistCnn,
  pick,
  seeded,
  shuffled,
  take,
  tf,
  toInputs,
  toLabels,
} from "convlab";
import { experiment, weightsHash } from "convlab/lessons";
import { grid, mnist } from "../shared.js";

const batchSize = 32;

/**
 * TensorFlow.js takes the logarithm of the softmax's probabilities and holds them at 1e-7 first, which leaves no gradient
 * for answers that are surely wrong. Here the same cross-entropy is computed from the logits, before the softmax.
 */
export default experiment({
  id: "mnist-cnn/logits",
  question:
    "Pixels from 0 to 255 again, ten epochs on all 60,000 digits, with the loss computed from the logits",
  rows: grid(
    [{ name: "pixels 0 to 255, loss from logits", largestPixel: 255, epochs: 10, trainImages: 60_000 }],
    3,
  ),
  means: [{ arms: ["pixels 0 to 255, loss from logits"], measure: "testAccuracy" }],
  async run({ configuration, seed }, context) {
    const { train, test } = await mnist;
    const epochs = Number(configuration.epochs);
    const model = mnistCnn({ seed });
    const body = tf.model({
      inputs: model.inputs,
      outputs: model.getLayer("hidden").output as tf.SymbolicTensor,
    });
    const [weights, bias] = model.getLayer("output").weights.map((variable) => variable.read());
    const optimizer = tf.train.adam(0.001);
    const step = (indices: Uint32Array) =>
      tf.tidy(() => {
        const batch = pick(train, indices);
        const inputs = toInputs(batch, { scale: 1 });
        const wanted = tf.oneHot(toLabels(batch).toInt(), 10);
        optimizer.minimize(() => {
          const hidden = body.apply(inputs, { training: true }) as tf.Tensor2D;
          const logits = tf.add(tf.matMul(hidden, weights as tf.Tensor2D), bias as tf.Tensor1D);
          return tf.losses.softmaxCrossEntropy(wanted, logits) as tf.Scalar;
        });
      });
    const random = seeded(seed);
    const validationAccuracy: number[] = [];
    const validationLoss: number[] = [];
    for (let epoch = 0; epoch < epochs; epoch++) {
      const order = shuffled(train.count, random);
      for (let from = 0; from < train.count; from += batchSize) {
        step(order.subarray(from, from + batchSize));
        context.report((epoch * train.count + from) / (epochs * train.count));
      }
      const onTest = await evaluate(model, test, { scale: 1 });
      validationAccuracy.push(onTest.accuracy);
      validationLoss.push(onTest.loss);
    }
    const onTrain = await evaluate(model, take(train, 0, 10_000), { scale: 1 });
    const hash = weightsHash(model);
    optimizer.dispose();
    disposeModel(model);
    return {
      weights: hash,
      result: {
        validationLoss,
        validationAccuracy,
        trainAccuracy: onTrain.accuracy,
        testAccuracy: validationAccuracy.at(-1) ?? 0,
      },
    };
  },
});
