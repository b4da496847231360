import assert from "node:assert/strict";
import { after, describe, it } from "node:test";
import { gradCam, gradCamOfProbability } from "../../../src/networks/maps/gradCam.js";
import { type LayersModel, type Tensor, type Tensor4D, tf } from "../../../src/networks/tf.js";
import { disposeNestings, nestings } from "../models/nested.js";

const image = tf.randomUniform([1, 6, 7, 1], 0, 1, "float32", 7) as Tensor4D;
after(() => image.dispose());
const numbers = (tensor: Tensor) => {
  const values = Array.from(tensor.dataSync());
  tensor.dispose();
  return values;
};
function near(found: readonly number[], wanted: readonly number[], tolerance: number): void {
  assert.equal(found.length, wanted.length);
  const most = Math.max(...found.map((value, index) => Math.abs(value - (wanted[index] ?? NaN))));
  assert.ok(most <= tolerance, `differs by ${most}`);
}
const conv = (name: string, options: object = {}) =>
  tf.layers.conv2d({
    name,
    filters: 3,
    kernelSize: 3,
    padding: "same",
    kernelInitializer: tf.initializers.glorotNormal({ seed: name.length }),
    ...options,
  });
const inARow = (...layers: tf.layers.Layer[]) => tf.sequential({ name: "row", layers });
const start = { inputShape: [6, 7, 1] };

describe("gradCam of layers in networks within", () => {
  const networks = nestings();
  after(() => disposeNestings(networks));
  for (const [name, { flat, nested, path }] of Object.entries(networks)) {
    it(`is that of the flat network: ${name}`, () => {
      const { numTensors } = tf.memory();
      for (const [inside, outside] of [["/conv2", "conv2"], ["/conv1", "conv1"], ["", "conv2"]]) {
        const wanted = numbers(gradCam(flat, image, outside ?? "", 1));
        assert.ok(Math.max(...wanted.map(Math.abs)) > 1e-4, "there is something to compare");
        near(numbers(gradCam(nested, image, `${path}${inside}`, 1)), wanted, 1e-7);
      }
      assert.throws(() => gradCam(nested, image, "conv2", 1), new RegExp(`^RangeError: Cannot find layer conv2 in .+ It has: .*${path}/conv1`));
      assert.equal(tf.memory().numTensors, numTensors);
    });
  } // biome-ignore format: one idea a line
});

describe("gradCam of sigmoids", () => {
  /** One unit that is sure: its bias lifts the logit to 20, where the slope of the sigmoid is 2e-9. */
  const sure = (activation: "sigmoid" | "linear" | "hardSigmoid", ...behind: tf.layers.Layer[]) =>
    inARow(conv("conv", start), tf.layers.globalAveragePooling2d({}),
      tf.layers.dense({ units: 1, activation, kernelInitializer: "ones", biasInitializer: tf.initializers.constant({ value: 20 }) }), ...behind);

  it("is of the logit, be the sigmoid an activation, a layer, or before one that only reshapes", () => {
    const networks = {
      activation: sure("sigmoid"),
      layer: sure("linear", tf.layers.activation({ activation: "sigmoid" })),
      hard: sure("hardSigmoid"),
      reshaped: sure("sigmoid", tf.layers.reshape({ targetShape: [1, 1] }), tf.layers.dropout({ rate: 0.5 }), tf.layers.flatten()),
      within: tf.sequential({ layers: [sure("sigmoid")] }),
    };
    const plain = sure("linear");
    const wanted = numbers(gradCam(plain, image, "conv", 0));
    assert.ok(Math.max(...wanted.map(Math.abs)) > 1e-3);
    for (const [name, model] of Object.entries(networks)) {
      const before = numbers(model.predict(image) as Tensor);
      near(numbers(gradCam(model, image, name === "within" ? "row/conv" : "conv", 0)), wanted, 1e-7);
      assert.deepEqual(numbers(model.predict(image) as Tensor), before, "the sigmoid is back");
      tf.dispose(model.getWeights());
    }
    tf.dispose(plain.getWeights());
  });

  it("of the probability stays next to nothing, and there is one class", () => {
    const model = sure("sigmoid");
    assert.ok(Math.max(...numbers(gradCamOfProbability(model, image, "conv", 0)).map(Math.abs)) < 1e-8);
    assert.throws(() => gradCam(model, image, "conv", 1), /^RangeError: Cannot compute Grad-CAM: classIndex is 1, and .+ gives one number, class 0\. The map of "not" is the negative of its map\./);
    tf.dispose(model.getWeights());
  });

  it("leaves a sigmoid in the middle of a network where it is", () => {
    const gated = (last: "sigmoid" | "linear") => inARow(conv("conv", start), tf.layers.activation({ activation: "sigmoid" }), conv("conv22"), tf.layers.globalAveragePooling2d({}), tf.layers.dense({ units: 2, activation: last, kernelInitializer: "ones" }));
    const [a, b] = [gated("sigmoid"), gated("linear")];
    near(numbers(gradCam(a, image, "conv", 1)), numbers(gradCam(b, image, "conv", 1)), 1e-7);
    tf.dispose([a.getWeights(), b.getWeights()]);
  });
}); // biome-ignore format: networks

describe("gradCam refuses", () => {
  const place = () => tf.input({ shape: [6, 7, 1] });
  const scores = (from: unknown) => tf.layers.dense({ units: 2 }).apply(tf.layers.flatten().apply(from as tf.SymbolicTensor)) as tf.SymbolicTensor;
  const shared = conv("shared", { filters: 1 });
  const one = place();
  const two = [place(), place()];
  const refused: Record<string, [model: LayersModel, layer: string, said: RegExp]> = {
    "several inputs": [tf.model({ name: "m", inputs: two, outputs: scores(tf.layers.concatenate().apply(two)) }), "x", /Cannot compute Grad-CAM of m: it has 2 inputs\. Give a network that takes one image/],
    "several outputs": [tf.model({ name: "m", inputs: one, outputs: [scores(one), scores(one)] }), "x", /Cannot compute Grad-CAM of m: it has 2 outputs\. .+ outputs: model\.outputs\[0\]/],
    "a layer that is used twice": [tf.model({ name: "m", inputs: one, outputs: scores(shared.apply(shared.apply(one))) }), "shared", /at layer shared: it is used 2 times/],
    "an input": [inARow(tf.layers.inputLayer({ ...start, name: "in" }), tf.layers.flatten({}), tf.layers.dense({ units: 1 })), "in", /at layer in: nothing is computed there/],
    "a network that ends in maps": [inARow(conv("conv", start)), "conv", /of outputs of shape \[1,6,7,3\]\. Give a network that ends in one number a class/],
  };
  for (const [name, [model, layer, said]] of Object.entries(refused)) {
    it(name, () => {
      const { numTensors } = tf.memory();
      assert.throws(() => gradCam(model, image, layer, 0), (error) => error instanceof RangeError && said.test(error.message));
      assert.equal(tf.memory().numTensors, numTensors);
    });
  }
  after(() => tf.dispose(Object.values(refused).map(([model]) => model.getWeights())));
}); // biome-ignore format: a case a line

describe("gradCam leaves no tensor behind", () => {
  const leaves = (model: LayersModel, given: Tensor4D, said: RegExp) => {
    const { numTensors } = tf.memory();
    for (let time = 0; time < 3; time++) assert.throws(() => gradCam(model, given, "conv", 0), said);
    assert.equal(tf.memory().numTensors, numTensors);
  };

  it("where the network throws behind the layer: an image of another size", () => {
    const model = inARow(conv("conv", start), tf.layers.flatten(), tf.layers.dense({ units: 2 }));
    const small = tf.zeros([1, 5, 5, 1]) as Tensor4D;
    leaves(model, small, /dense|shape|Error/i);
    gradCam(model, image, "conv", 1).dispose();
    tf.dispose([small, model.getWeights()]);
  });

  it("where there is no gradient: dilation, which TensorFlow.js cannot take back", () => {
    const model = inARow(
      conv("conv", start),
      conv("dilated", { dilationRate: 2 }),
      tf.layers.flatten(),
      tf.layers.dense({ units: 2 }),
    );
    leaves(model, image, /dilation rates greater than 1/);
    tf.dispose(model.getWeights());
  });
});
