// The two networks of the comparison, compiled; the Python programs build the same.
import { compileClassifier, mnistCnn, tf } from "../dist/index.js";

/** LeNet-5 in today's form: tanh, average pooling, softmax. 28x28 inputs, so the first convolution keeps the size. */
function lenet5() {
  const { conv2d, averagePooling2d, flatten, dense } = tf.layers;
  const model = tf.sequential({ name: "lenet5" });
  model.add(
    conv2d({ filters: 6, kernelSize: 5, padding: "same", activation: "tanh", inputShape: [28, 28, 1] }),
  );
  model.add(averagePooling2d({ poolSize: 2 }));
  model.add(conv2d({ filters: 16, kernelSize: 5, activation: "tanh" }));
  model.add(averagePooling2d({ poolSize: 2 }));
  model.add(flatten());
  model.add(dense({ units: 120, activation: "tanh" }));
  model.add(dense({ units: 84, activation: "tanh" }));
  model.add(dense({ units: 10, activation: "softmax" }));
  return compileClassifier(model);
}

const builders = { mnistCnn, lenet5 };

/** @typedef {keyof typeof builders} ModelName */

export const modelNames = /** @type {ModelName[]} */ (Object.keys(builders));

/**
 * A new network of this name, with the library's first weights.
 *
 * @param {string} name
 * @throws {Error} if there is none of this name
 */
export function buildModel(name) {
  const known = modelNames.find((each) => each === name);
  if (known) return builders[known]();
  throw new Error(`Cannot bench the model ${name}. There are ${modelNames.join(", ")}.`);
}
