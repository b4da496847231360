import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { seeded } from "../../../../src/arithmetic/random.js";
import { scaledTanh } from "../../../../src/arithmetic/scaledTanh.js";
import { codeOf, digitCodes } from "../../../../src/networks/models/lenet/codes.js";
import { ConnectedConvolution } from "../../../../src/networks/models/lenet/connectedConvolution.js";
import { c3Connections } from "../../../../src/networks/models/lenet/connections.js";
import { GaussianConnections } from "../../../../src/networks/models/lenet/gaussianConnections.js";
import { equation8, equation9, judgeScores } from "../../../../src/networks/models/lenet/losses.js";
import { Subsampling } from "../../../../src/networks/models/lenet/subsampling.js";
import { type Tensor, type Tensor2D, tf } from "../../../../src/networks/tf.js";

/** `count` numbers between -1 and 1. */
const numbers = (count: number, seed: number) => {
  const random = seeded(seed);
  return Array.from({ length: count }, () => 2 * random() - 1);
};

/** The gradient of a sum of outputs against differences of that sum, both with respect to `values`. */
function assertSlopes(
  sumOf: (values: Tensor) => Tensor,
  values: number[],
  shape: number[],
  room: number,
): void {
  const found = tf.tidy(() => Array.from(tf.grad(sumOf)(tf.tensor(values, shape)).dataSync()));
  const at = (index: number, by: number) =>
    tf.tidy(
      () =>
        sumOf(
          tf.tensor(
            values.map((value, i) => (i === index ? value + by : value)),
            shape,
          ),
        ).dataSync()[0] ?? 0,
    );
  const step = 1e-2;
  let largest = 0;
  for (const index of values.keys()) {
    const slope = (at(index, step) - at(index, -step)) / (2 * step);
    assert.ok(
      Math.abs(slope - (found[index] ?? Number.NaN)) < room,
      `${index}: ${found[index]}, differences ${slope}`,
    );
    largest = Math.max(largest, Math.abs(slope));
  }
  assert.ok(largest > 10 * room, `slopes up to ${largest}`);
}

describe("the connection table", () => {
  it("is the paper's: 6 x 16 marks", () => {
    const marks = [
      "#...###..####.##",
      "##...###..####.#",
      "###...###..#.###",
      ".###..####..#.##",
      "..###..####.##.#",
      "...###..####.###",
    ];
    const found = marks.map((_, map) =>
      c3Connections.map((seen) => (seen.includes(map) ? "#" : ".")).join(""),
    );
    assert.deepEqual(found, marks);
  });

  it("has 60 links: ten from each map of S2, and 3, 4 or 6 to each of C3", () => {
    assert.deepEqual(
      c3Connections.map((seen) => seen.length),
      [3, 3, 3, 3, 3, 3, 4, 4, 4, 4, 4, 4, 4, 4, 4, 6],
    );
    for (let map = 0; map < 6; map++)
      assert.equal(c3Connections.flat().filter((seen) => seen === map).length, 10);
    assert.ok(c3Connections.every((seen) => new Set(seen).size === seen.length));
  });

  it("is refused when it names a map that is not below", () => {
    const layer = new ConnectedConvolution({ connections: [[0, 6]] });
    assert.throws(
      () => layer.build([null, 14, 14, 6]),
      /Cannot connect maps: map is 6. Give a whole number from 0 to 5/,
    );
  });
});

describe("subsampling", () => {
  const build = () => {
    const layer = new Subsampling();
    layer.build([null, 4, 4, 2]);
    tf.tidy(() => layer.setWeights([tf.tensor1d([0.5, -1]), tf.tensor1d([0.25, 0.1])]));
    return layer;
  };

  it("adds four, times the coefficient, plus the bias, squashed; the sum, not the mean", () => {
    tf.tidy(() => {
      const layer = build();
      const one = [1, 2, 0, 0, 3, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
      const outputs = layer.call(
        tf.tensor(
          one.flatMap((value) => [value, -value]),
          [1, 4, 4, 2],
        ),
      );
      const [first, second] = Array.from(outputs.dataSync());
      const squash = (a: number) => 1.7159 * Math.tanh((2 / 3) * a);
      assert.ok(Math.abs((first ?? 0) - squash(10 * 0.5 + 0.25)) < 1e-5, String(first));
      assert.ok(Math.abs((second ?? 0) - squash(-10 * -1 + 0.1)) < 1e-5, String(second));
    });
  });

  it("has the gradients of the finite differences, for inputs, coefficients and biases", () => {
    const layer = build();
    const inputs = numbers(32, 1);
    const x = tf.tensor(inputs, [1, 4, 4, 2]);
    const outputs = () => (layer.call(x) as Tensor).mul(tf.tensor(numbers(8, 2), [1, 2, 2, 2])).sum();
    assertSlopes(
      (values) => (layer.call(values) as Tensor).mul(tf.tensor(numbers(8, 2), [1, 2, 2, 2])).sum(),
      inputs,
      [1, 4, 4, 2],
      2e-3,
    );
    const variables = layer.weights.map((weight) => weight.read() as tf.Variable);
    const { value, grads } = tf.variableGrads(() => outputs() as tf.Scalar, variables);
    const start = layer.getWeights().map((weights) => Array.from(weights.dataSync()));
    const lossAt = (tensor: number, index: number, by: number) =>
      tf.tidy(() => {
        layer.setWeights(
          start.map((row, t) => tf.tensor1d(row.map((w, i) => (t === tensor && i === index ? w + by : w)))),
        );
        return outputs().dataSync()[0] ?? Number.NaN;
      });
    for (const [tensor, variable] of variables.entries())
      for (const index of [0, 1]) {
        const slope = (lossAt(tensor, index, 1e-2) - lossAt(tensor, index, -1e-2)) / 2e-2;
        const found = grads[variable.name]?.dataSync()[index] ?? Number.NaN;
        assert.ok(
          Math.abs(found - slope) < 5e-3 && Math.abs(slope) > 0.02,
          `${variable.name}: ${found}, differences ${slope}`,
        );
      }
    tf.dispose([x, value, ...Object.values(grads)]);
  });
});

describe("Gaussian connections", () => {
  const outputOf = (
    x: number[],
    config: Partial<ConstructorParameters<typeof GaussianConnections>[0]> = {},
  ) =>
    tf.tidy(() => {
      const layer = new GaussianConnections({ codes: digitCodes, ...config });
      layer.build([null, 84]);
      return Array.from((layer.call(tf.tensor2d([x])) as Tensor).dataSync());
    });

  it("give minus the squared distance to each code", () => {
    const x = numbers(84, 3);
    const wanted = digitCodes
      .map(codeOf)
      .map((code) => -code.reduce((sum, w, j) => sum + ((x[j] ?? 0) - w) ** 2, 0));
    const found = outputOf(x);
    for (const [index, value] of wanted.entries()) assert.ok(Math.abs((found[index] ?? 0) - value) < 1e-3);
  });

  it("bend nothing: the nearest code is the largest of ten linear scores, since every code has the same length", () => {
    for (let seed = 1; seed <= 50; seed++) {
      const x = numbers(84, seed).map((value) => 2 * value);
      const [distances, linear] = [outputOf(x), outputOf(x, { linear: true })];
      const best = (values: number[]) => values.indexOf(Math.max(...values));
      assert.equal(best(distances), best(linear));
    }
  });

  it("have the gradients of the finite differences", () => {
    const layer = new GaussianConnections({ codes: digitCodes });
    layer.build([null, 84]);
    const weights = numbers(10, 7);
    const sumOf = (x: Tensor) => (layer.call(x.reshape([1, 84])) as Tensor).mul(tf.tensor2d([weights])).sum();
    assertSlopes(sumOf, numbers(84, 4), [84], 5e-2);
  });

  it("refuse inputs that are not as long as the codes", () => {
    const layer = new GaussianConnections({ codes: digitCodes });
    assert.throws(() => layer.build([null, 80]), /Cannot compare 80 inputs with codes of 84 numbers/);
  });

  it("have ten codes of 84 signs, no two alike, all of one length", () => {
    const codes = digitCodes.map(codeOf);
    for (const code of codes) {
      assert.equal(code.length, 84);
      assert.ok(code.every((sign) => Math.abs(sign) === 1));
    }
    assert.equal(new Set(codes.map((code) => code.join())).size, 10);
    assert.throws(() => codeOf("###"), RangeError);
    assert.throws(() => codeOf(digitCodes[0]?.replace("#", "x") ?? ""), /Draw 12 lines of 7 signs/);
  });
});

describe("the losses of the paper", () => {
  const scores = [
    [-3, -20, -50],
    [-80, -4, -9],
  ];
  const wanted = [
    [1, 0, 0],
    [0, 0, 1],
  ];
  const losses = (loss: typeof equation8, given = scores) =>
    tf.tidy(() => Array.from(loss(tf.tensor2d(wanted), tf.tensor2d(given)).dataSync()));
  const near = (found: readonly number[], expected: readonly number[], room = 1e-4) =>
    assert.ok(
      found.every((value, index) => Math.abs(value - (expected[index] ?? Number.NaN)) < room),
      `${found}, ${expected}`,
    );

  it("equation 8 is the penalty of the right class", () => near(losses(equation8), [3, 9]));

  it("equation 9 adds the logarithm of e^-j and all e^-y", () => {
    const byHand = (y: number[], right: number, j: number) =>
      right + Math.log(Math.exp(-j) + y.reduce((sum, each) => sum + Math.exp(-each), 0));
    near(losses(equation9(10)), [byHand([3, 20, 50], 3, 10), byHand([80, 4, 9], 9, 10)]);
    near(losses(equation9(2)), [byHand([3, 20, 50], 3, 2), byHand([80, 4, 9], 9, 2)]);
  });

  it("equation 9 tends to softmax cross-entropy of -y as j grows, and j = Infinity is that", () => {
    const softmax = scores.map((row, index) => {
      const right = row[[0, 2][index] ?? 0] ?? 0;
      return Math.log(row.reduce((sum, score) => sum + Math.exp(score), 0)) - right;
    });
    near(losses(equation9(100)), softmax);
    near(losses(equation9(Number.POSITIVE_INFINITY)), softmax);
    assert.ok(Math.abs((losses(equation9(3))[0] ?? 0) - (softmax[0] ?? 0)) > 0.1);
  });

  it("have the gradients of the finite differences", () => {
    for (const loss of [equation8, equation9(10), equation9(Number.POSITIVE_INFINITY)]) {
      const sumOf = (values: Tensor) => loss(tf.tensor2d(wanted), values as Tensor2D).sum();
      assertSlopes(sumOf, [-3, -2.5, -11, -8, -9.5, -9], [2, 3], 5e-3);
    }
  });

  it("judge one example as they judge a batch, with probabilities that leave a share for rubbish", () => {
    for (const loss of [equation8, equation9(10), equation9(Number.POSITIVE_INFINITY)]) {
      near(
        scores.map((row, index) => judgeScores(loss, row, [0, 2][index] ?? 0).loss),
        losses(loss),
      );
    }
    const { probabilities } = judgeScores(equation9(10), [-12, -11, -30], 0);
    const all = Math.exp(-12) + Math.exp(-11) + Math.exp(-30) + Math.exp(-10);
    near(probabilities, [Math.exp(-12) / all, Math.exp(-11) / all, Math.exp(-30) / all]);
  });

  it("refuse a j that is not above 0", () =>
    assert.throws(() => equation9(0), /Cannot use j = 0 in equation 9/));
});

describe("scaledTanh", () => {
  it("takes 1 to 1, is steepest at 0 and stays below 1.7159", () => {
    assert.ok(Math.abs(scaledTanh(1) - 1) < 3e-6 && Math.abs(scaledTanh(-1) + 1) < 3e-6);
    assert.ok(Math.abs((scaledTanh(1e-4) - scaledTanh(-1e-4)) / 2e-4 - 1.7159 * (2 / 3)) < 1e-6);
    assert.ok(scaledTanh(50) <= 1.7159);
  });
});
