import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, it } from "node:test";
import type { Digits } from "../../src/images/images.js";
import { loadModel } from "../../src/networks/files/loadModel.js";
import { saveModel } from "../../src/networks/files/savedModel.js";
import { classActivationMap } from "../../src/networks/maps/cam.js";
import { gradCam } from "../../src/networks/maps/gradCam.js";
import { cnn } from "../../src/networks/models/cnn.js";
import { compileClassifier } from "../../src/networks/models/compileClassifier.js";
import { disposeModel } from "../../src/networks/models/disposeModel.js";
import { freeze } from "../../src/networks/models/freeze.js";
import { featureMapsOf, kernelsOf, layerFacts } from "../../src/networks/models/inspect.js";
import { layerOutput } from "../../src/networks/models/layerOutputs.js";
import { layerTable } from "../../src/networks/models/layerTable.js";
import { lenet5 } from "../../src/networks/models/lenet5.js";
import { mnistCnn } from "../../src/networks/models/mnistCnn.js";
import {
  type LayersModel,
  type Tensor,
  type Tensor2D,
  type Tensor3D,
  type Tensor4D,
  tf,
} from "../../src/networks/tf.js";
import { evaluate } from "../../src/networks/training/evaluate.js";
import { fit } from "../../src/networks/training/fit.js";
import type { FitOptions } from "../../src/networks/training/fitOptions.js";
import { toInputs, toLabels } from "../../src/networks/training/inputs.js";
import { predict } from "../../src/networks/training/predict.js";
import { report } from "../../src/networks/training/report.js";
import { train } from "../../src/notebook/train.js";
import { drawn } from "./helpers.js";

const folder = mkdtempSync(join(tmpdir(), "convlab-test-"));
after(() => rmSync(folder, { recursive: true, force: true }));

/** Passes on what comes, in a tensor of its own, until it is told to throw; which it does after having made one. */
class Brittle extends tf.layers.Layer {
  static className = "Brittle";
  static breaks = false;
  override call(inputs: Tensor | Tensor[]): Tensor {
    const [input] = [inputs].flat() as [Tensor];
    const doubled = input.mul(2);
    if (Brittle.breaks) throw new Error("the layer breaks");
    return doubled;
  }
  override computeOutputShape(shape: tf.Shape): tf.Shape {
    return shape;
  }
}
tf.serialization.registerClass(Brittle);

async function broken<Result>(work: () => Result | Promise<Result>): Promise<void> {
  Brittle.breaks = true;
  try {
    await assert.rejects(async () => work(), /the layer breaks/);
  } finally {
    Brittle.breaks = false;
  }
}
const refused = (work: () => unknown, message: RegExp) => assert.rejects(async () => work(), message);

/** With batch normalisation and the layer that breaks; `quick` has neither, and trains by TensorFlow's operations. */
function network(quick = false): LayersModel {
  const { conv2d, batchNormalization, maxPooling2d, globalAveragePooling2d, dense } = tf.layers;
  const layers = [
    conv2d({ name: "conv", filters: 3, kernelSize: 3, activation: "relu", inputShape: [8, 8, 1] }),
    ...(quick ? [] : [batchNormalization({ name: "norm" })]),
    maxPooling2d({ name: "pool", poolSize: 2 }),
    ...(quick ? [] : [new Brittle({ name: "brittle" })]),
    globalAveragePooling2d({ name: "means" }),
    dense({ name: "output", units: 10, activation: "softmax" }),
  ];
  return compileClassifier(tf.sequential({ name: "trial", layers }));
}

/** A frozen part within, which trains in a way of its own. */
function nested(): LayersModel {
  const part = tf.sequential({
    name: "part",
    layers: [
      tf.layers.conv2d({ name: "inner", filters: 3, kernelSize: 3, inputShape: [8, 8, 1] }),
      new Brittle({ name: "brittle" }),
    ],
  });
  const model = tf.sequential({ name: "trial" });
  model.add(part);
  model.add(tf.layers.globalAveragePooling2d({ name: "means" }));
  model.add(tf.layers.dense({ name: "output", units: 10, activation: "softmax" }));
  return freeze(compileClassifier(model), ["part"]);
}

const models: Record<string, () => LayersModel> = {
  "with a fast way": () => network(true),
  "without one": () => network(),
  "with a frozen part": nested,
};

/** What each helper is called with: a model, images, and the layer whose maps are looked at. */
interface Given {
  readonly model: LayersModel;
  readonly images: Digits;
  readonly inputs: Tensor4D;
  readonly labels: Tensor;
  readonly layer: string;
  /** Where its model has the layer that breaks: only then can it. */
  readonly canBreak: boolean;
}
type Use = (given: Given) => unknown;

const wrongSize = drawn(3, 1, 7);
const stops = () => {
  const stop = new AbortController();
  return { signal: stop.signal, observers: [{ onBatch: () => stop.abort() }] };
};
const once = (options: Partial<FitOptions> = {}) => ({ epochs: 2, batchSize: 5, ...options });
const throws = () => {
  throw new Error("no more");
};
const nan = ({ images, inputs }: Given) =>
  tf.tidy(() => ({ inputs: inputs.mul(Number.NaN), labels: toLabels(images) }));
const path = (given: Given) => join(folder, given.layer.replace("/", "-"), "saved");

const uses: Record<string, Use> = {
  train: ({ model, images }) => train(model, images, { ...once(), quiet: true, validation: images }),
  "fit, every option": ({ model, images }) =>
    fit(
      model,
      images,
      once({
        validation: images,
        classWeights: { 1: 2 },
        earlyStopping: { patience: 1 },
        learningRate: "cosine",
        augment: (same) => same,
      }),
    ),
  "fit, slowly": ({ model, images }) => fit(model, images, once({ fast: false, validation: images })),
  "fit on tensors": ({ model, inputs, labels }) =>
    fit(model, { inputs, labels }, once({ validation: { inputs, labels } })),
  "fit, stopped": ({ model, images }) => fit(model, images, once({ ...stops(), validation: images })),
  "fit on images of another size": ({ model }) =>
    refused(() => fit(model, wrongSize, once()), /Cannot train/),
  "fit, validation of another size": ({ model, images }) =>
    refused(() => fit(model, images, once({ validation: wrongSize })), /Cannot validate/),
  "fit on labels that are none": ({ model, inputs }) =>
    refused(async () => {
      const labels = tf.fill([inputs.shape[0]], 10);
      await fit(model, { inputs, labels }, once()).finally(() => labels.dispose());
    }, /Cannot learn label 10/),
  "fit, an observer that throws": ({ model, images }) =>
    refused(() => fit(model, images, once({ observers: [{ onBatch: throws }] })), /no more/),
  "fit, an epoch's observer that throws": ({ model, images }) =>
    refused(
      () =>
        fit(
          model,
          images,
          once({ observers: [{ onEpoch: throws }], earlyStopping: { patience: 1 }, validation: images }),
        ),
      /no more/,
    ),
  "fit, augment that throws": ({ model, images }) =>
    refused(
      () => fit(model, images, once({ augment: (same, epoch) => (epoch === 2 ? throws() : same) })),
      /no more/,
    ),
  "fit, a rate that throws": ({ model, images }) =>
    refused(
      () => fit(model, images, once({ learningRate: (share) => (share > 0.5 ? throws() : 0.01) })),
      /no more/,
    ),
  evaluate: ({ model, images }) => evaluate(model, images, { batchSize: 5 }),
  "evaluate on tensors": ({ model, inputs, labels }) => evaluate(model, { inputs, labels }),
  "evaluate on images of another size": ({ model }) =>
    refused(() => evaluate(model, wrongSize), /Cannot evaluate/),
  predict: ({ model, images }) => predict(model, images),
  "predict from a tensor": ({ model, inputs }) => predict(model, inputs, { top: 1 }),
  "predict from images of another size": ({ model }) =>
    refused(() => predict(model, wrongSize), /Cannot predict/),
  report: ({ model, images }) => report(model, images),
  "report on no images": ({ model, inputs }) =>
    refused(() => report(model, { inputs } as never), /Cannot report/),
  gradCam: ({ model, inputs, layer }) => tf.dispose(one(inputs, (image) => gradCam(model, image, layer, 3))),
  "gradCam of several images": ({ model, inputs, layer }) =>
    refused(() => gradCam(model, inputs, layer, 3), /Cannot compute Grad-CAM/),
  "gradCam of no class": ({ model, inputs, layer }) =>
    refused(() => one(inputs, (image) => gradCam(model, image, layer, 10)), /classIndex is 10/),
  "gradCam at no layer": ({ model, inputs }) =>
    refused(() => one(inputs, (image) => gradCam(model, image, "none", 1)), /none/),
  "gradCam at a layer without maps": ({ model, inputs }) =>
    refused(() => one(inputs, (image) => gradCam(model, image, "means", 1)), /Cannot compute Grad-CAM/),
  layerOutput: ({ model, inputs, layer }) => tf.dispose(layerOutput(model, inputs, layer)),
  "layerOutput of no layer": ({ model, inputs }) => refused(() => layerOutput(model, inputs, "none"), /none/),
  classActivationMap: ({ model, inputs, layer }) =>
    one(inputs, (image) =>
      tf.tidy(() => {
        const maps = layerOutput(model, image, layer).squeeze([0]) as Tensor3D;
        classActivationMap(maps, model.getLayer("output").getWeights()[0] as Tensor2D, 2);
      }),
    ),
  "classActivationMap of other maps": ({ inputs, model }) =>
    refused(
      () => classActivationMap(inputs as never, model.getLayer("output").getWeights()[0] as Tensor2D, 2),
      /Cannot/,
    ),
  "featureMapsOf, kernelsOf, layerFacts, layerTable": ({ model, inputs, layer }) => {
    one(inputs, (image) => tf.tidy(() => featureMapsOf(layerOutput(model, image, layer))));
    if (model.layers.some(({ name }) => name === "conv")) kernelsOf(model, "conv");
    layerFacts(model);
    try {
      layerTable(model); // what a layer of one's own sees it does not know
    } catch {}
  },
  "saveModel and loadModel": async (given) => {
    await saveModel(given.model, path(given));
    disposeModel(await loadModel(path(given)));
  },
  "loadModel of a folder that was altered": async (given) => {
    await saveModel(given.model, path(given));
    writeFileSync(join(path(given), "weights.safetensors"), "nothing");
    await refused(() => loadModel(path(given)), /Cannot load/);
  },
  compileClassifier: ({ model }) => void compileClassifier(model, { optimizer: "sgd" }),
  "compileClassifier with no optimizer": ({ model }) =>
    refused(() => compileClassifier(model, { optimizer: "none" as never }), /Cannot compile/),
  "freeze of no layer": ({ model }) => refused(() => freeze(model, ["none"]), /none/),
  "toInputs of less": ({ images }) => refused(() => toInputs({ ...images, count: 99 }), /Cannot/),
  "networks that cannot be": () =>
    Promise.all([
      refused(
        () =>
          cnn({ height: 8, width: 8, channels: 1 }, [
            { kind: "conv", filters: 2, kernel: 3 },
            { kind: "conv", filters: 2, kernel: 9 },
          ]),
        /layer 2/i,
      ),
      refused(
        () =>
          cnn({ height: 8, width: 8, channels: 1 }, [{ kind: "flatten" }, { kind: "dense", units: 2 }], {
            loss: "none",
          }),
        /Cannot compile/,
      ),
      refused(() => lenet5({ codes: ["none"] }), /code/),
      refused(() => lenet5({ j: -1 }), /j/),
      refused(() => mnistCnn({ dropout: 1 }), /rate|dropout/),
    ]),
  "numbers that are not finite": async (given) => {
    const data = nan(given);
    await fit(given.model, data, once());
    await evaluate(given.model, data);
    tf.dispose(data);
  },
};

/** What also is to be clean where a layer throws in the midst of it. */
const breaking: Record<string, Use> = {
  train: ({ model, images }) => train(model, images, { ...once(), quiet: true }),
  "train, slowly": ({ model, images }) => train(model, images, { ...once(), quiet: true, fast: false }),
  evaluate: ({ model, images }) => evaluate(model, images),
  predict: ({ model, images }) => predict(model, images),
  report: ({ model, images }) => report(model, images),
  gradCam: ({ model, inputs, layer }) => one(inputs, (image) => gradCam(model, image, layer, 3)),
  layerOutput: ({ model, inputs }) => layerOutput(model, inputs, "means"),
  "validation while training": ({ model, images }) =>
    fit(
      model,
      images,
      once({
        validation: images,
        observers: [
          {
            onBatch: ({ seen, total }) => {
              Brittle.breaks = seen === total;
            },
          },
        ],
      }),
    ),
};

function one<Result>(inputs: Tensor4D, use: (image: Tensor4D) => Result): Result {
  const image = inputs.slice(0, 1);
  try {
    return use(image);
  } finally {
    image.dispose();
  }
}

const memory = () => {
  const { numTensors, numBytes } = tf.memory();
  return { numTensors, numBytes };
};

describe("memory before and after a second call", () => {
  for (const [kind, make] of Object.entries(models)) {
    const given = (): Given => {
      const [model, images] = [make(), drawn(12)];
      const layer = kind === "with a frozen part" ? "part/inner" : "conv";
      return {
        model,
        images,
        inputs: toInputs(images),
        labels: toLabels(images),
        layer,
        canBreak: kind !== "with a fast way",
      };
    };
    const all = Object.entries(uses).map(([name, use]) => ({ name, use, breaks: false }));
    const throwing = Object.entries(breaking).map(([name, use]) => ({ name, use, breaks: true }));
    for (const { name, use, breaks } of [...all, ...throwing]) {
      if (breaks && kind === "with a fast way") continue;
      it(`${name}${breaks ? ", a layer that throws" : ""}, a model ${kind}`, async () => {
        const empty = memory();
        const its = given();
        const call = async () => {
          if (name === "validation while training")
            await refused(() => use(its), /the layer breaks/).finally(() => {
              Brittle.breaks = false;
            });
          else if (breaks) await broken(() => use(its));
          else await use(its);
        };
        await call();
        const before = memory();
        await call();
        assert.deepEqual(memory(), before);
        tf.dispose([its.inputs, its.labels]);
        disposeModel(its.model);
        assert.deepEqual(memory(), empty, "after disposeModel");
      });
    }
  }
});
