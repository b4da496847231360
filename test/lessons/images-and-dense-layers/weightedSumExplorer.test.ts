import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { test } from "node:test";
import { seeded } from "../../../src/arithmetic/random.js";
import { jupyterDisplay } from "../../../src/charts/figure.js";
import {
  type AskedImage,
  sumQuestions,
} from "../../../src/lessons/images-and-dense-layers/weightedSumChoices.js";
import { weightedSumExplorer } from "../../../src/lessons/images-and-dense-layers/weightedSumExplorer.js";
import { driven, textsOf } from "../explorer/vegaExplorer.js";

const vega = createRequire(import.meta.url)("vega") as typeof import("vega");
type View = import("vega").View;
type Inputs = Readonly<Record<string, unknown>>;

/** The explorer as drawn; `set` moves inputs one after the other, as a reader would. */
async function explorer() {
  const spec = weightedSumExplorer()[jupyterDisplay]()["application/vnd.vega.v5+json"];
  const view = new vega.View(vega.parse(spec as import("vega").Spec), { renderer: "none" });
  await view.runAsync();
  return async (inputs: Inputs) => {
    for (const [name, value] of Object.entries(inputs)) await view.signal(name, value).runAsync();
    return view;
  };
}

const [onTheLeft, oneOfTwo, standsUpright] = Object.keys(sumQuestions) as [string, string, string];
const valuesOf = (view: View, name: string) =>
  (view.data(name) as { index: number; value: number }[]).map(({ value }) => value);
const sumOf = (weights: readonly number[], pixels: readonly number[]) =>
  pixels.reduce((sum, pixel, at) => sum + pixel * (weights[at] ?? Number.NaN), 0);
/** As the explorer writes numbers. */
const written = (value: number) => String(Math.abs(value)).replace(/^/, value < 0 ? "−" : "");

test("weightedSumExplorer() begins with weights that are right for four of five", async () => {
  const said = await driven(weightedSumExplorer(), {}, textsOf);
  assert.ok(
    said.includes("The nine products add up to 3; with the bias of 0 that makes 3."),
    said.join("\n"),
  );
  assert.ok(said.includes("Of the 5 images of this question 4 are answered right."));
  assert.equal(said.filter((text) => /^is (yes|no), wrong$/.test(text)).length, 1);
});

test("weightedSumExplorer() can be solved for the first question, weight by weight", async () => {
  const set = await explorer();
  for (const which of ["W2", "W3", "W5", "W6", "W8", "W9"]) await set({ which, weight: -1 });
  const view = await set({ image: 5 });
  assert.deepEqual(view.signal("weights"), [1, -1, -1, 1, -1, -1, 1, -1, -1]);
  assert.deepEqual(valuesOf(view, "products"), [1, -1, -1, 1, -1, -1, 1, -1, -1]);
  const said = textsOf(view);
  assert.ok(said.includes("Of the 5 images of this question 5 are answered right."), said.join("\n"));
  assert.ok(said.includes("The answer is no, and that is right."), said.join("\n"));
});

test("the images of the other questions add up alike for yes and no, so that no weights can answer them", () => {
  for (const question of [oneOfTwo, standsUpright]) {
    const images = sumQuestions[question] as readonly AskedImage[];
    const yes = images.filter(({ wanted }) => wanted);
    const no = images.filter(({ wanted }) => !wanted);
    const together = (some: readonly AskedImage[]) =>
      Array.from({ length: 9 }, (_, at) => some.reduce((sum, { pixels }) => sum + (pixels[at] ?? 0), 0));
    assert.equal(yes.length, no.length, question);
    assert.deepEqual(together(yes), together(no), question);
  }
});

test("weightedSumExplorer() shows what its controls say, after any two hundred moves", async () => {
  const random = seeded(5);
  const any = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)] as T;
  const set = await explorer();
  const now = { question: onTheLeft, image: 1, bias: 0, at: 0, weights: [1, 0, 0, 1, 0, 0, 1, 0, 0] };
  for (let move = 0; move < 200; move++) {
    const half = Math.floor(13 * random()) / 2 - 3;
    const inputs: Inputs = any([
      { question: any(Object.keys(sumQuestions)) },
      { image: 1 + Math.floor(6 * random()) },
      { bias: half },
      { which: `W${1 + Math.floor(9 * random())}` },
      { weight: half },
    ]);
    const view = await set(inputs);
    Object.assign(now, "weight" in inputs || "which" in inputs ? {} : inputs);
    if ("which" in inputs) now.at = Number(String(inputs.which).slice(1)) - 1;
    if ("weight" in inputs) now.weights[now.at] = inputs.weight as number;
    const images = sumQuestions[now.question] as readonly AskedImage[];
    const { pixels, wanted } = images[Math.min(now.image, images.length) - 1] as AskedImage;
    assert.equal(view.signal("weight"), now.weights[now.at], `move ${move}: the slider`);
    const products = pixels.map((pixel, index) => pixel * (now.weights[index] ?? Number.NaN));
    assert.deepEqual(
      valuesOf(view, "products").map((value) => value + 0),
      products.map((value) => value + 0),
    );
    const sum = sumOf(now.weights, pixels);
    const right = images.filter((image) => sumOf(now.weights, image.pixels) + now.bias > 0 === image.wanted);
    const said = textsOf(view);
    for (const line of [
      `The nine products add up to ${written(sum)}; with the bias of ${written(now.bias)} that makes ${written(sum + now.bias)}.`,
      `Of the ${images.length} images of this question ${right.length} ${right.length === 1 ? "is" : "are"} answered right.`,
    ])
      assert.ok(said.includes(line), `move ${move}: "${line}" is not in ${said.slice(-8).join(" | ")}`);
    const isRight = sum + now.bias > 0 === wanted;
    assert.ok(
      said.some((text) => text.startsWith("The answer is") && text.includes("that is right") === isRight),
    );
    assert.equal(
      said.filter((text) => /^is (yes|no), wrong$/.test(text)).length,
      images.length - right.length,
    );
  }
});
