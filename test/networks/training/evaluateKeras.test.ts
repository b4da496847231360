import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import type { Images } from "../../../src/images/images.js";
import { disposeModel } from "../../../src/networks/models/disposeModel.js";
import { type LayersModel, type Tensor, tf } from "../../../src/networks/tf.js";
import { evaluate } from "../../../src/networks/training/evaluate.js";
import { fit } from "../../../src/networks/training/fit.js";
import { report } from "../../../src/networks/training/report.js";

interface Numbers {
  readonly shape: number[];
  readonly values: number[];
}

/** One small model and its data, and what Keras measured of them; `keras/make.py` writes them. */
interface Row {
  readonly name: string;
  readonly units: number;
  readonly activation: "softmax";
  readonly loss: string;
  readonly inputs: Numbers;
  readonly kernel: Numbers;
  readonly bias: Numbers;
  readonly labels: Numbers;
  readonly keras: {
    readonly loss: number;
    /** Nothing where Keras was asked for none. */
    readonly accuracy: number | null;
    readonly predicted?: number[];
    readonly confidence?: number[];
    readonly perClass?: { precision: number; recall: number; f1: number }[];
  };
}

const file = new URL("keras/evaluated.json", import.meta.url);
const { rows, versions } = JSON.parse(readFileSync(file, "utf8")) as {
  rows: Row[];
  versions: Record<string, string>;
};

const tensorOf = ({ shape, values }: Numbers): Tensor => tf.tensor(values, shape);

/** The losses that TensorFlow.js has as functions only: for outputs before their softmax or sigmoid. */
const onLogits: Record<string, unknown> = {
  softmaxCrossEntropy: tf.losses.softmaxCrossEntropy,
  sigmoidCrossEntropy: tf.losses.sigmoidCrossEntropy,
};

/** The same model here. Learning takes no step, so that a training measures the same weights. */
function modelOf({ units, activation, loss, inputs, kernel, bias, keras }: Row): LayersModel {
  const inputShape = inputs.shape.slice(1);
  const layer =
    inputShape.length === 1
      ? tf.layers.dense({ units, activation, inputShape })
      : tf.layers.conv2d({ filters: units, kernelSize: 1, activation, inputShape });
  const model = tf.sequential({ name: "trial", layers: [layer] });
  const weights = [tensorOf(kernel).reshape(layer.getWeights()[0]?.shape as number[]), tensorOf(bias)];
  layer.setWeights(weights);
  tf.dispose(weights);
  model.compile({
    optimizer: tf.train.sgd(0),
    loss: (onLogits[loss] ?? loss) as string,
    // What "accuracy" means for logits of bits is the question.
    metrics: keras.accuracy === null || loss === "sigmoidCrossEntropy" ? [] : ["accuracy"],
  });
  return model;
}

function assertNear(found: number | undefined, wanted: number, what: string) {
  const isNear = Math.abs((found ?? Number.NaN) - wanted) <= 1e-5 * Math.max(1, Math.abs(wanted));
  assert.ok(isNear, `${what}: ${found}, and ${wanted} by Keras`);
}

describe(`evaluate, fit and report, as Keras ${versions.keras} on TensorFlow ${versions.tensorflow} measures`, () => {
  for (const row of rows) {
    it(row.name, async () => {
      const { keras } = row;
      const model = modelOf(row);
      const data = tf.tidy(() => ({ inputs: tensorOf(row.inputs), labels: tensorOf(row.labels) }));
      const found = await evaluate(model, data);
      assertNear(found.loss, keras.loss, "loss");
      if (keras.accuracy !== null) assertNear(found.accuracy, keras.accuracy, "accuracy");
      if (keras.predicted) assert.deepEqual(Array.from(found.predicted), keras.predicted);
      for (const [index, share] of (keras.confidence ?? []).entries())
        assertNear(found.confidence[index], share, `confidence of ${index}`);
      for (const fast of [true, false]) {
        const options = { epochs: 1, batchSize: 100, validation: data, fast };
        const history = await fit(model, data, options);
        assertNear(history.loss[0], keras.loss, `loss while training, fast ${fast}`);
        assertNear(history.validationLoss?.[0], keras.loss, `validationLoss, fast ${fast}`);
        if (keras.accuracy === null || row.loss === "sigmoidCrossEntropy") continue;
        assertNear(history.accuracy[0], keras.accuracy, `accuracy while training, fast ${fast}`);
        assertNear(history.validationAccuracy?.[0], keras.accuracy, `validationAccuracy, fast ${fast}`);
      }
      if (keras.accuracy !== null) {
        model.compile({ optimizer: model.optimizer, loss: model.loss as string });
        assertNear((await evaluate(model, data)).accuracy, keras.accuracy, "accuracy, compiled without");
      }
      tf.dispose(data);
      disposeModel(model);
    });
  }

  it("report: precision, recall and F1 of each class", async () => {
    const row = rows.find(({ keras }) => keras.perClass);
    assert.ok(row?.keras.perClass);
    // The inputs as bytes: eighths from -16 to 16, so a scale and a shift of the bias bring them back.
    const [count = 0, features = 0] = row.inputs.shape;
    const moved = row.bias.values.map(
      (bias, unit) =>
        bias -
        16 * row.kernel.values.filter((_, at) => at % row.units === unit).reduce((sum, each) => sum + each),
    );
    const dense = modelOf({ ...row, bias: { ...row.bias, values: moved } });
    const model = tf.sequential({ layers: [tf.layers.flatten({ inputShape: [1, features, 1] }), dense] });
    const images: Images = {
      ...{ count, height: 1, width: features, channels: 1, classes: ["a", "b", "c"] },
      pixels: Uint8Array.from(row.inputs.values, (value) => 8 * (value + 16)),
      labels: Uint8Array.from(row.labels.values),
    };
    const { perClass, accuracy } = await report(model, images, { scale: 1 / 8 });
    assertNear(accuracy, row.keras.accuracy as number, "accuracy");
    for (const [index, wanted] of row.keras.perClass.entries()) {
      for (const name of ["precision", "recall", "f1"] as const)
        assertNear(perClass[index]?.[name], wanted[name], `${name} of ${index}`);
    }
    disposeModel(model);
    dense.optimizer?.dispose();
  });
});
