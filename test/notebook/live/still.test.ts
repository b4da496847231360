import assert from "node:assert/strict";
import { test } from "node:test";
import { PNG } from "pngjs";
import { jupyterDisplay } from "../../../src/charts/figure.js";
import { digitsFrom } from "../../../src/images/digits/digits.js";
import { answerOf } from "../../../src/notebook/live/answer.js";
import { canvas } from "../../../src/notebook/live/canvas.js";
import { choice } from "../../../src/notebook/live/choice.js";
import type { PageControl } from "../../../src/notebook/live/control.js";
import { slider } from "../../../src/notebook/live/slider.js";
import { stillOf } from "../../../src/notebook/live/still.js";

const controls: readonly PageControl<unknown>[] = [
  canvas({ label: "Paint", start: digitsFrom([[[0, 255], [0, 0]]], [1]) }) as PageControl<unknown>, // biome-ignore format: two rows
  choice({ label: "framed", values: ["as <painted>"] }) as PageControl<unknown>,
  slider({ label: "moved", max: 4, value: 3 }) as PageControl<unknown>,
];

test("stillOf(controls, answer, note) says in a sentence how all are set, and the answer", () => {
  const { description } = stillOf(controls, answerOf("It is a 1."), "A still picture.");
  assert.equal(description, "Paint: 2x2, 1 pixel painted; framed: as <painted>; moved: 3. It is a 1.");
});

test("the picture shows the painting, black and white, and hard pixels", () => {
  const figure = stillOf(controls, answerOf("It is a 1."), "A still picture.", { "application/x": {} });
  const bundle = figure[jupyterDisplay]();
  assert.deepEqual(Object.keys(bundle), ["application/x", "image/png", "text/plain"]);
  const { data, width, height } = PNG.sync.read(Buffer.from(bundle["image/png"] as string, "base64"));
  const colors = new Map<number, number>();
  for (let at = 0; at < data.length; at += 4)
    if (data[at + 3] === 255) colors.set(data[at] as number, (colors.get(data[at] as number) ?? 0) + 1);
  const [black = 0, white = 0] = [colors.get(0), colors.get(255)];
  assert.ok(Math.abs(black / white - 3) < 0.1, `${black} black, ${white} white of ${width}x${height}`);
});

test("bars and long texts have their room", () => {
  const classes = Array.from({ length: 10 }, (_, classIndex) => ({
    classIndex,
    name: `${classIndex}`,
    probability: 0.1,
  }));
  const sizeOf = (answer: Parameters<typeof answerOf>[0]) =>
    stillOf(controls, answerOf(answer), "note").metadata?.["image/png"] as { width: number; height: number };
  assert.ok(sizeOf(classes).width > 400);
  assert.ok(sizeOf("word ".repeat(1e4)).width < 1200);
  assert.ok(sizeOf("line\n".repeat(1e4)).height < 700);
});
