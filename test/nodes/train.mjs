// Run by nodes.test.ts under other Nodes: one pass over 64 digits, and what it left behind.
import { disposeModel, loadMnist, mnistCnn, tf, train } from "convlab";

const { train: digits } = await loadMnist({ trainImages: 64, testImages: 1 });
const before = tf.memory().numTensors;
const model = mnistCnn({ seed: 1 });
const history = await train(model, digits, { epochs: 2, batchSize: 32, seed: 1, quiet: true });
disposeModel(model);
console.log(
  JSON.stringify({ version: process.version, loss: history.loss, left: tf.memory().numTensors - before }),
);
