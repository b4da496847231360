import assert from "node:assert/strict";
import { test } from "node:test";
import { seeded } from "../../../../src/arithmetic/random.js";
import { digitsFrom } from "../../../../src/images/digits/digits.js";
import { drawingCnn } from "../../../../src/lessons/class-activation-maps/drawing/drawingCnn.js";
import { drawingExplorer } from "../../../../src/lessons/class-activation-maps/drawing/drawingExplorer.js";
import { drawingWeights } from "../../../../src/lessons/class-activation-maps/drawing/drawingWeights.js";
import { frameInk } from "../../../../src/lessons/class-activation-maps/drawing/frameInk.js";
import { drawingExamples } from "../../../../src/lessons/class-activation-maps/drawing/trainedDrawing.js";
import { disposeModel } from "../../../../src/networks/models/disposeModel.js";
import { layerOutput } from "../../../../src/networks/models/layerOutputs.js";
import { mnistCnn } from "../../../../src/networks/models/mnistCnn.js";
import { type LayersModel, tf } from "../../../../src/networks/tf.js";
import { drawn, numbersOf } from "../../../networks/helpers.js";
import { driven } from "../../explorer/vegaExplorer.js";

type View = import("vega").View;
type Row = Record<string, number>;

/** Sixteen grays of made-up digits, as an explorer loads them. */
const examples = drawingExamples(drawn(40, 3, 28));

/** A network with biases, which a new one does not have. */
function network(): LayersModel {
  const model = drawingCnn({ seed: 3 });
  const random = seeded(8);
  const other = model
    .getWeights()
    .map((weights) =>
      weights.rank > 1 ? weights : tf.tensor1d(Array.from({ length: weights.size }, () => random() - 0.3)),
    );
  model.setWeights(other);
  return model;
}

/** The logits by TensorFlow: the softmax is left out. */
function logitsOf(model: LayersModel, pixels: readonly number[]): number[] {
  return tf.tidy(() => {
    const inputs = tf.tensor4d([...pixels], [1, 14, 14, 1]);
    const [weights, biases] = model.getLayer("output").getWeights();
    const features = layerOutput(model, inputs, "flatten") as tf.Tensor2D;
    return Array.from(tf.add(tf.matMul(features, weights as tf.Tensor2D), biases as tf.Tensor).dataSync());
  });
}

const near = (found: readonly number[], expected: readonly number[], room: number, what: string) => {
  assert.equal(found.length, expected.length, what);
  const gap = Math.max(...found.map((value, index) => Math.abs(value - (expected[index] as number))));
  assert.ok(gap < room, `${what}: differs by ${gap}`);
};
const column = (view: View, table: string, field: string) =>
  (view.data(table) as Row[]).map((row) => row[field] as number);
const grays = (image: string) => [...image].map((gray) => Number.parseInt(gray, 16) / 15);

test("the explorer's logits, probabilities and evidence are TensorFlow's, for ten digits", async () => {
  const model = network();
  const figure = drawingExplorer({ ...drawingWeights(model), examples });
  for (const [digit, { name, image }] of examples.entries()) {
    const signals = { example: name, framing: false, evidence: String(digit) };
    const found = await driven(figure, signals, (view) => ({
      logits: column(view, "classes", "logit"),
      probabilities: column(view, "classes", "probability"),
      evidence: column(view, "cam", "evidence"),
    }));
    const logits = logitsOf(model, grays(image));
    near(found.logits, logits, 1e-3, `logits of ${name}`);
    near(
      found.probabilities,
      Array.from(tf.tidy(() => tf.softmax(tf.tensor1d(logits)).dataSync())),
      1e-3,
      name,
    );
    const bias = model.getLayer("output").getWeights()[1]?.dataSync()[digit] as number;
    const sum = found.evidence.reduce((all, value) => all + value, 0) / 49 + bias;
    near([sum], [logits[digit] as number], 1e-3, `evidence for ${digit}`);
  }
  disposeModel(model);
});

test("the explorer's first layer answers as TensorFlow's, also with a weight that the reader changed", async () => {
  const model = network();
  const weights = drawingWeights(model);
  const image = examples[0]?.image ?? "";
  const found = await driven(
    drawingExplorer({ ...weights, examples }),
    { framing: false, filter: "4" },
    (view) => {
      view.signal("place", "row 2, column 0").run();
      view.signal("weight", 1.5).run();
      return { logits: column(view, "classes", "logit"), answers: column(view, "answers", "answer") };
    },
  );
  const changed = numbersOf(model);
  (changed[0] as number[])[6 * 8 + 3] = 1.5; // row 2, column 0 of filter 4: place 6 of nine
  model.setWeights(model.getWeights().map((old, index) => tf.tensor(changed[index] as number[], old.shape)));
  near(found.logits, logitsOf(model, grays(image)), 1e-3, "logits");
  const maps = tf.tidy(() =>
    Array.from(
      layerOutput(model, tf.tensor4d(grays(image), [1, 14, 14, 1]), "conv1")
        .transpose([0, 3, 1, 2])
        .dataSync(),
    ),
  );
  near(found.answers, maps, 1e-4, "answers, filter by filter");
  disposeModel(model);
});

test("the explorer centres and scales as frameInk does", async () => {
  const model = network();
  const image = Array.from({ length: 196 }, (_, place) => {
    const [row, at] = [Math.floor(place / 14), place % 14];
    return row > 6 && row < 13 && at < 5 ? ((row * at) % 16).toString(16) : "0";
  }).join("");
  const figure = drawingExplorer({ ...drawingWeights(model), examples: [{ name: "corner", image }] });
  const seen = await driven(figure, {}, (view) => column(view, "cam", "ink"));
  const matrix = Array.from({ length: 14 }, (_, row) =>
    grays(image)
      .slice(14 * row, 14 * row + 14)
      .map((gray) => 255 * gray),
  );
  const { pixels } = frameInk(digitsFrom([matrix], [0]));
  near(
    seen,
    Array.from(pixels, (pixel) => pixel / 255),
    0.6 / 255,
    "what the network sees",
  );
  disposeModel(model);
});

test("drawingCnn() has 80 + 1,168 + 650 parameters, and averages over quarters or whole maps", () => {
  const before = tf.memory().numTensors;
  for (const [block, features, parameters] of [
    [7, 64, 1898],
    [14, 16, 1418],
    [2, 784, 9098],
  ] as const) {
    // biome-ignore format: three
    const model = drawingCnn({ block });
    assert.equal(model.countParams(), parameters);
    assert.deepEqual(model.getLayer("flatten").outputShape, [null, features]);
    disposeModel(model);
  }
  assert.equal(tf.memory().numTensors, before);
  assert.throws(
    () => drawingCnn({ filters: [] }),
    /^RangeError: Cannot make a network without a convolution/,
  );
});

test("drawingWeights(model) refuses a model of other layers", () => {
  const model = mnistCnn({ filters: [2, 4], hiddenUnits: 8 });
  assert.throws(() => drawingWeights(model), /^RangeError: Cannot read mnistCnn: it has 8 tables of weights/);
  disposeModel(model);
});
