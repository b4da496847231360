import assert from "node:assert/strict";
import { test } from "node:test";
import { seeded } from "../../../src/arithmetic/random.js";
import { subsamplingExplorer } from "../../../src/lessons/lenet-5/subsamplingExplorer.js";
import { driven, textsOf } from "../explorer/vegaExplorer.js";

const random = seeded(4);
const map = Array.from({ length: 8 }, () =>
  Array.from({ length: 8 }, () => Math.round(2000 * random() - 1000) / 1000),
);

type Row = Record<string, number>;

const read = (signals: Record<string, unknown>) =>
  driven(subsamplingExplorer(map), signals, (view) => ({
    outputs: (view.data("outputCells") as Row[]).map((row) => ({ ...row })),
    found: (view.data("found") as Row[]).map((row) => row.value as number),
    chosen: [view.signal("coefficient") as number, view.signal("bias") as number],
    texts: textsOf(view),
  }));

for (const [coefficient, bias] of [
  [0.25, 0],
  [-1, 3],
  [1.35, -2.5],
] as const) {
  test(`subsamplingExplorer() squashes sum · ${coefficient} + ${bias}`, async () => {
    const { outputs, texts } = await read({ coefficient, bias, spotRow: 2, spotColumn: 1 });
    assert.equal(outputs.length, 16);
    for (const { row = 0, column = 0, value = 0 } of outputs) {
      let sum = 0;
      for (const down of [0, 1])
        for (const right of [0, 1]) sum += map[2 * row + down]?.[2 * column + right] ?? 0;
      const wanted = 1.7159 * Math.tanh((2 / 3) * (coefficient * sum + bias));
      assert.ok(Math.abs(value - wanted) < 1e-9, `row ${row}, column ${column}: ${value}, not ${wanted}`);
    }
    const four = [map[4]?.[2], map[4]?.[3], map[5]?.[2], map[5]?.[3]].map((value) => value ?? 0);
    const sum = four.reduce((total, value) => total + value, 0);
    const text = (value: number) => String(Number(value.toFixed(3))).replace("-", "−");
    const said = texts.filter((line) => line.includes(`${text(coefficient * sum + bias)}`));
    assert.ok(
      said.some((line) => line.startsWith("sum · w + b = ")),
      texts.join(" | "),
    );
    assert.ok(
      said.some((line) => line.startsWith("average · 4w + b = ")),
      texts.join(" | "),
    );
    assert.ok(
      texts.some((line) =>
        line.startsWith(`the window of row 2, column 1: ${four.map(text).join(" + ")} = `),
      ),
      texts.join(" | "),
    );
  });
}

test("subsamplingExplorer() blurs, and works as OR and as AND", async () => {
  const blurred = await read({});
  const even = [-1, -0.55, 0, 0.55, 1];
  for (const [count, value] of blurred.found.entries()) {
    assert.ok(Math.abs(value - (even[count] ?? 9)) < 0.005, `${count} of 4: ${value}`);
  }
  const or = await read({ character: "noisy OR" });
  assert.deepEqual(or.chosen, [2, 6]);
  assert.deepEqual(
    or.found.map((value) => value > 1.4),
    [false, true, true, true, true],
  );
  assert.ok((or.found[0] ?? 0) < -1.4);
  const and = await read({ character: "noisy AND" });
  assert.deepEqual(and.chosen, [2, -6]);
  assert.deepEqual(
    and.found.map((value) => value < -1.4),
    [true, true, true, true, false],
  );
  assert.ok((and.found[4] ?? 0) > 1.4);
});

test("subsamplingExplorer() refuses maps that 2x2 windows do not fill", () => {
  const wrong = [map.slice(1), map.slice(1).map((row) => row.slice(1))];
  for (const each of wrong)
    assert.throws(() => subsamplingExplorer(each), /^RangeError: Cannot explore subsampling of 7x/);
});
