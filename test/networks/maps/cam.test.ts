import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { logitParts } from "../../../src/lessons/class-activation-maps/logitParts.js";
import { mappedAnswers } from "../../../src/lessons/class-activation-maps/sceneMaps.js";
import { type Head, headCnn } from "../../../src/lessons/gap-vs-flatten/heads.js";
import { pocketGapForward, pocketGapNetwork } from "../../../src/lessons/pocket/pocketGap.js";
import { classActivationMap, flattenMap } from "../../../src/networks/maps/cam.js";
import { gradCam, gradCamOfProbability } from "../../../src/networks/maps/gradCam.js";
import { disposeModel } from "../../../src/networks/models/disposeModel.js";
import { layerOutput } from "../../../src/networks/models/layerOutputs.js";
import {
  type LayersModel,
  type Tensor,
  type Tensor2D,
  type Tensor3D,
  type Tensor4D,
  tf,
} from "../../../src/networks/tf.js";
import { fit } from "../../../src/networks/training/fit.js";
import { toInputs } from "../../../src/networks/training/inputs.js";
import { drawn } from "../helpers.js";

const digits = drawn(6, 1, 16);
const models = {} as Record<Head, LayersModel>;
let image: Tensor4D;

/** Small networks that have learned a little, so that no bias is zero. */
before(async () => {
  image = toInputs({ ...digits, count: 1, pixels: digits.pixels.subarray(0, 256) });
  for (const head of ["gap", "globalMax", "flatten", "flattenDense", "gapDense", "classMaps"] as const) {
    models[head] = headCnn({ head, inputSize: 16, filters: [2, 3, 4, 4, 5], hiddenUnits: 6 });
    await fit(models[head], digits, { epochs: 2, batchSize: 2 });
  }
});
after(() => {
  for (const model of Object.values(models)) disposeModel(model);
  image.dispose();
});

const numbers = (tensor: Tensor) => {
  const values = Array.from(tensor.dataSync());
  tensor.dispose();
  return values;
};
const near = (a: readonly number[], b: readonly number[], name: string, tolerance = 1e-4) => {
  assert.equal(a.length, b.length, name);
  a.forEach((value, index) => {
    assert.ok(Math.abs(value - (b[index] ?? NaN)) < tolerance, `${name}: ${value}, ${b[index]}`);
  });
};
const featuresOf = (model: LayersModel) =>
  tf.tidy(() => layerOutput(model, image, "conv5").squeeze([0]) as Tensor3D);
const weightsOf = (model: LayersModel) => model.getLayer("output").getWeights() as [Tensor2D, Tensor];
/** The logits by way of the probabilities, so not by way of anything that is tested: known up to one number for all classes. */
const logitDifferences = (model: LayersModel) =>
  tf.tidy(() => {
    const logs = (model.predict(image) as Tensor).log().flatten();
    return numbers(logs.sub(logs.slice([0], [1])));
  });
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const classes = Array.from({ length: 10 }, (_, index) => index);

describe("classActivationMap", () => {
  it("is the weighted sum of channels, by hand", () => {
    tf.tidy(() => {
      const maps = tf.tensor3d([[[1, 0], [2, 4]], [[1, 0], [0, 2]]]);
      const weights = tf.tensor2d([[1, -1], [-1, 2]]);
      assert.deepEqual(classActivationMap(maps, weights, 0).arraySync(), [[1, -2], [1, -2]]);
      assert.deepEqual(classActivationMap(maps, weights, 1).arraySync(), [[-1, 6], [-1, 4]]);
    });
  }); // biome-ignore format: matrices

  it("mean + bias is the logit, for every class of a trained network", () => {
    const model = models.gap;
    const features = featuresOf(model);
    const [weights, bias] = weightsOf(model);
    const biases = Array.from(bias.dataSync());
    const logits = classes.map((k) => mean(numbers(classActivationMap(features, weights, k))) + (biases[k] ?? NaN));
    near(logits.map((logit) => logit - (logits[0] ?? NaN)), logitDifferences(model), "logits");
    assert.ok(biases.some((value) => Math.abs(value) > 1e-4), "the biases take part in the test");
    features.dispose();
  }); // biome-ignore format: one idea a line

  it("keeps height and width apart", () => {
    tf.tidy(() => {
      const maps = tf.tensor3d([1, 2, 3, 4, 5, 6], [2, 3, 1]);
      const map = classActivationMap(maps, tf.tensor2d([[0, 2]]), 1);
      assert.deepEqual(map.arraySync(), [[2, 4, 6], [8, 10, 12]]);
    });
  }); // biome-ignore format: matrices

  it("refuses shapes that do not fit and classes that are not", () => {
    tf.tidy(() => {
      const maps = tf.zeros([2, 2, 3]) as Tensor3D;
      const weights = tf.zeros([3, 10]) as Tensor2D;
      const refused = (run: () => unknown, message: RegExp) => assert.throws(run, message);
      refused(() => classActivationMap(tf.zeros([1, 2, 2, 3]) as unknown as Tensor3D, weights, 0), /^RangeError: Cannot compute a class activation map of feature maps of shape \[1,2,2,3\]/);
      refused(() => classActivationMap(maps, tf.zeros([4, 10]) as Tensor2D, 0), /there are 3 channels, the weights have the shape \[4,10\]/);
      for (const k of [-1, 10, 1.5]) refused(() => classActivationMap(maps, weights, k), /^RangeError: Cannot compute a class activation map: classIndex is/);
      refused(() => flattenMap(maps, weights, 0), /there are 12 flattened numbers, the weights have the shape \[3,10\]/);
    });
  }); // biome-ignore format: a table of refusals
});

describe("flattenMap", () => {
  it("has a weight for each place, by hand", () => {
    tf.tidy(() => {
      const maps = tf.tensor3d([[[1, 2], [3, 4]]]);
      const weights = tf.tensor2d([[0, 1], [0, 10], [0, 100], [0, 1000]]);
      assert.deepEqual(flattenMap(maps, weights, 1).arraySync(), [[21, 4300]]);
    });
  }); // biome-ignore format: matrices

  it("sum + bias is the logit, for every class of a trained network", () => {
    const model = models.flatten;
    const features = featuresOf(model);
    const [weights, bias] = weightsOf(model);
    const biases = Array.from(bias.dataSync());
    const logits = classes.map((k) => 16 * mean(numbers(flattenMap(features, weights, k))) + (biases[k] ?? NaN));
    near(logits.map((logit) => logit - (logits[0] ?? NaN)), logitDifferences(model), "logits");
    features.dispose();
  }); // biome-ignore format: one idea a line
});

describe("gradCam", () => {
  it("is the class activation map divided by height x width, at the layer that feeds GAP", () => {
    const features = featuresOf(models.gap);
    const [weights] = weightsOf(models.gap);
    for (const k of [0, 3, 9]) {
      const cam = numbers(classActivationMap(features, weights, k));
      near(
        numbers(gradCam(models.gap, image, "conv5", k)),
        cam.map((value) => value / 16),
        `class ${k}`,
        1e-6,
      );
      const relu = cam.map((value) => Math.max(0, value / 16));
      near(numbers(gradCam(models.gap, image, "conv5", k, { relu: true })), relu, `class ${k}, relu`, 1e-6);
    }
    features.dispose();
  });

  it("also where the softmax is a layer of its own, and where there is none", () => {
    const classMaps = tf.tidy(() =>
      numbers(layerOutput(models.classMaps, image, "classMaps").squeeze([0]).slice([0, 0, 4], [4, 4, 1])),
    );
    // Averaging class maps is GAP with weights 1: the gradient of a logit is 1/16 everywhere, on its own map only.
    near(
      numbers(gradCam(models.classMaps, image, "classMaps", 4)),
      classMaps.map((value) => value / 16),
      "class maps",
      1e-6,
    );
    const other = headCnn({ head: "gap", inputSize: 16, filters: [2, 3, 4, 4, 5] });
    other.setWeights(models.gap.getWeights());
    const logits = tf.sequential({ layers: [...other.layers.slice(0, -1), linearLast(other)] });
    assert.equal(other.getLayer("conv5").inboundNodes.length, 2, "its layers stand in two networks now");
    near(
      numbers(gradCam(logits, image, "conv5", 2)),
      numbers(gradCam(models.gap, image, "conv5", 2)),
      "no softmax",
      1e-6,
    );
    tf.dispose(logits.layers.at(-1)?.getWeights() ?? []);
    disposeModel(other);
  });

  it("agrees with a slope measured by hand, through a hidden layer", () => {
    const model = models.flattenDense;
    const features = featuresOf(model);
    const after5 = model.layers.slice(model.layers.findIndex(({ name }) => name === "conv5") + 1);
    const logit = (maps: Tensor3D) =>
      tf.tidy(() => {
        let y: Tensor = maps.expandDims(0);
        for (const layer of after5.slice(0, -1)) y = layer.apply(y) as Tensor;
        const [weights, bias] = weightsOf(model);
        return Number(
          tf
            .add(tf.matMul(y as Tensor2D, weights), bias)
            .flatten()
            .dataSync()[5],
        );
      });
    // A whole map grows by a little: that is the sum of its 16 slopes.
    const step = 1e-2;
    const slopes = [0, 1, 2, 3, 4].map((channel) =>
      tf.tidy(() => {
        const more = tf
          .oneHot(tf.tensor1d([channel], "int32"), 5)
          .mul(step)
          .reshape([1, 1, 5]);
        return (
          (logit(features.add(more) as Tensor3D) - logit(features.sub(more) as Tensor3D)) / (2 * step) / 16
        );
      }),
    );
    const wanted = tf.tidy(() => numbers(features.mul(tf.tensor1d(slopes)).sum(2)));
    near(numbers(gradCam(model, image, "conv5", 5)), wanted, "slopes", 2e-3);
    features.dispose();
  });

  it("reaches any layer, of networks with branches and of networks within networks too", () => {
    assert.deepEqual(shapeOf(gradCam(models.gapDense, image, "conv1", 1)), [16, 16]);
    assert.deepEqual(shapeOf(gradCam(models.globalMax, image, "pool1", 1)), [8, 8]);
    const input = tf.input({ shape: [16, 16, 1] });
    const one = tf.layers.conv2d({ name: "one", filters: 2, kernelSize: 3, padding: "same" }).apply(input);
    const two = tf.layers.conv2d({ name: "two", filters: 2, kernelSize: 3, padding: "same" }).apply(one);
    const sum = tf.layers.add({ name: "sum" }).apply([one, two] as tf.SymbolicTensor[]);
    const averages = tf.layers.globalAveragePooling2d({}).apply(sum);
    const outputs = tf.layers.dense({ units: 3, activation: "softmax", name: "scores" }).apply(averages);
    const branched = tf.model({ inputs: input, outputs: outputs as tf.SymbolicTensor });
    const atSum = numbers(gradCam(branched, image, "sum", 0));
    const features = tf.tidy(() => layerOutput(branched, image, "sum").squeeze([0]) as Tensor3D);
    const cam = numbers(classActivationMap(features, branched.getLayer("scores").getWeights()[0] as Tensor2D, 0));
    near(atSum, cam.map((value) => value / 256), "branches", 1e-6);
    const nested = tf.sequential({ layers: [tf.layers.conv2d({ name: "first", filters: 1, kernelSize: 1, inputShape: [16, 16, 1], kernelInitializer: "ones" }), branched] });
    near(numbers(gradCam(nested, image, "first", 0)).slice(0, 1).map(Number.isFinite).map(Number), [1], "nested");
    tf.dispose([features, ...branched.getWeights(), ...nested.layers[0]?.getWeights() ?? []]);
  }); // biome-ignore format: networks

  it("takes any size of image where the network does", () => {
    const model = headCnn({ head: "gap", inputSize: "any", filters: [2, 2, 2, 2, 2] });
    const wide = tf.randomUniform([1, 8, 24, 1], 0, 1, "float32", 1) as Tensor4D;
    assert.deepEqual(shapeOf(gradCam(model, wide, "conv5", 0)), [2, 6]);
    wide.dispose();
    disposeModel(model);
  });

  it("leaves the network as it was, no tensor behind, also after an error", () => {
    const model = models.gap;
    const probabilities = numbers(model.predict(image) as Tensor);
    const tensors = tf.memory().numTensors;
    gradCam(model, image, "conv5", 1).dispose();
    gradCamOfProbability(model, image, "conv5", 1).dispose();
    assert.throws(
      () => gradCam(model, image, "conv5", 10),
      /^RangeError: Cannot compute Grad-CAM: classIndex is 10/,
    );
    assert.throws(() => gradCam(model, image, "conv9", 1), /conv9/);
    assert.throws(() => gradCam(model, image, "gap", 1), /^RangeError: Cannot compute Grad-CAM at layer gap/);
    const two = tf.zeros([2, 16, 16, 1]) as Tensor4D;
    assert.throws(
      () => gradCam(model, two, "conv5", 1),
      /^RangeError: Cannot compute Grad-CAM of inputs of shape/,
    );
    two.dispose();
    assert.equal(tf.memory().numTensors, tensors);
    assert.deepEqual(numbers(model.predict(image) as Tensor), probabilities);
  });

  it("of the probability is that of logits times p (1 - p), less what the others take", () => {
    const model = models.gap;
    const p = numbers(model.predict(image) as Tensor);
    const maps = classes.map((k) => numbers(gradCam(model, image, "conv5", k)));
    // The gradient of softmax: dp_c / dz_j = p_c (1 if j = c, else 0) - p_c p_j.
    const wanted = (maps[2] ?? []).map((_, at) =>
      classes.reduce(
        (sum, j) => sum + (p[2] ?? 0) * ((j === 2 ? 1 : 0) - (p[j] ?? 0)) * (maps[j]?.[at] ?? 0),
        0,
      ),
    );
    near(numbers(gradCamOfProbability(model, image, "conv5", 2)), wanted, "softmax", 1e-6);
  });
});

describe("mappedAnswers", () => {
  it("takes the head's own map, or Grad-CAM, of the predicted or the given class", () => {
    const one = { ...digits, count: 1, pixels: digits.pixels.subarray(0, 256) };
    for (const head of ["gap", "globalMax", "flatten", "gapDense", "classMaps"] as const) {
      const model = models[head];
      const p = numbers(model.predict(image) as Tensor);
      const predicted = p.indexOf(Math.max(...p));
      const features = featuresOf(model);
      const mapOf = { gap: classActivationMap, globalMax: classActivationMap, flatten: flattenMap };
      const own = head in mapOf ? mapOf[head as keyof typeof mapOf] : undefined;
      const expected = (k: number) =>
        numbers(own ? own(features, weightsOf(model)[0], k) : gradCam(model, image, "conv5", k));
      const [found] = mappedAnswers(model, one);
      const [asked] = mappedAnswers(model, one, { classes: [7] });
      assert.equal(found?.predicted, predicted, head);
      assert.equal(asked?.predicted, predicted, head);
      // The corner of a map that was enlarged keeps the corner's value.
      near(
        [found?.map[0]?.[0] ?? NaN, found?.map[15]?.[15] ?? NaN],
        [expected(predicted)[0] ?? 0, expected(predicted)[15] ?? 0],
        head,
        1e-5,
      );
      near([asked?.map[0]?.[15] ?? NaN], [expected(7)[3] ?? 0], head, 1e-5);
      const [byGradient] = mappedAnswers(model, one, { gradCam: true, classes: [7] });
      near(
        [byGradient?.map[0]?.[0] ?? NaN],
        numbers(gradCam(model, image, "conv5", 7)).slice(0, 1),
        head,
        1e-5,
      );
      features.dispose();
    }
  });
});

describe("tensors", () => {
  it("mappedAnswers and logitParts leave none behind", () => {
    const { numTensors } = tf.memory();
    mappedAnswers(models.gap, digits);
    mappedAnswers(models.flatten, digits, { gradCam: true });
    logitParts(models.flatten, { ...digits, count: 1, pixels: digits.pixels.subarray(0, 256) });
    assert.equal(tf.memory().numTensors, numTensors);
  });
});

describe("logitParts", () => {
  const one = { ...digits, count: 1, pixels: digits.pixels.subarray(0, 256) };
  it("adds up to the logits of GAP and of Flatten", () => {
    for (const head of ["gap", "flatten"] as const) {
      const parts = logitParts(models[head], one);
      const sums = parts.map(({ fromMap, bias }) => fromMap + bias);
      near(
        sums.map((sum) => sum - (sums[0] ?? Number.NaN)),
        logitDifferences(models[head]),
        head,
      );
      near(
        parts.map(({ logit }) => logit),
        sums,
        head,
        1e-5,
      );
    }
  });

  it("refuses heads whose logits are no sum over places", () => {
    for (const head of ["globalMax", "flattenDense", "gapDense"] as const) {
      assert.throws(
        () => logitParts(models[head], one),
        /^RangeError: Cannot take the logits of headCnn apart/,
      );
    }
  });
});

describe("pocketGapForward", () => {
  it("computes what a pencil computes", () => {
    const { featureMaps, averages, logits, maps } = pocketGapForward();
    assert.deepEqual(featureMaps, [[[1, 2], [1, 0]], [[0, 1], [1, 0]]]);
    assert.deepEqual(averages, [1, 0.5]);
    assert.deepEqual(logits, [1, 1.5]);
    assert.deepEqual(maps, [[[-1, 0], [1, 0]], [[2, 3], [1, 0]]]);
    assert.deepEqual(pocketGapNetwork.biases, [1, 0]);
  }); // biome-ignore format: matrices
});

function shapeOf(map: Tensor): number[] {
  const { shape } = map;
  map.dispose();
  return shape;
}

/** The last layer once more, with the same weights and without softmax. */
function linearLast(model: LayersModel): tf.layers.Layer {
  const last = model.getLayer("output");
  const linear = tf.layers.dense({ units: 10, name: "linear" });
  linear.build(last.inboundNodes[0]?.inputShapes as tf.Shape);
  linear.setWeights(last.getWeights());
  return linear;
}
