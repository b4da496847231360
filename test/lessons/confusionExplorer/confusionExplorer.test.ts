import assert from "node:assert/strict";
import { test } from "node:test";
import { type Figure, jupyterDisplay } from "../../../src/charts/figure.js";
import { digitClasses, type Images } from "../../../src/images/images.js";
import { confusionExplorer } from "../../../src/lessons/confusionExplorer/confusionExplorer.js";
import { cnn } from "../../../src/networks/models/cnn.js";
import { disposeModel } from "../../../src/networks/models/disposeModel.js";
import { lenet5 } from "../../../src/networks/models/lenet5.js";
import { type LayersModel, tf } from "../../../src/networks/tf.js";
import { predict } from "../../../src/networks/training/predict.js";
import { report } from "../../../src/networks/training/report.js";
import { itemsOf, textsOf, viewOf } from "../explorer/vegaExplorer.js";
import { point } from "../networkExplorer/drivenView.js";
import { answered, apart, open, shapes } from "./answered.js";

type View = import("vega").View;
type Cell = { row: number; column: number; count: number };

/** The whole matrix as it is drawn. */
function matrixOf(view: View): number[][] {
  const { length } = view.signal("names") as string[];
  const rows = Array.from({ length }, () => new Array<number>(length).fill(0));
  for (const { row, column, count } of view.data("cells") as Cell[]) (rows[row] as number[])[column] = count;
  return rows;
}

const notebookLetters = (figure: Figure) => JSON.stringify(figure[jupyterDisplay](), null, 1).length;

function network(channels: 1 | 3, classes: number, unit = false): LayersModel {
  const last = unit
    ? ({ kind: "dense", units: 1, activation: "sigmoid" } as const)
    : ({ kind: "dense", units: classes, activation: "softmax" } as const);
  return cnn(
    { height: 8, width: 10, channels },
    [{ kind: "conv", filters: 4, kernel: 3, activation: "tanh" }, { kind: "flatten" }, last],
    unit ? { loss: "binaryCrossentropy", seed: 5 } : { seed: 5 },
  );
}

for (const [channels, names] of [
  [1, ["a", "b", "c", "d"]],
  [3, ["Ångström's own", 'a "quoted" name', "\\ and 'both'"]],
] as const) {
  test(`confusionExplorer, ${channels} channels: counts are report's, and behind every square lie its own images with predict's numbers`, async () => {
    const images = shapes({ names, count: 60, channels });
    const model = network(channels, names.length);
    const before = tf.memory().numTensors;
    const view = await viewOf(await confusionExplorer(model, images));
    assert.equal(tf.memory().numTensors, before);
    const { confusion } = await report(model, images);
    const answers = await predict(model, images, { top: names.length });
    disposeModel(model);
    assert.deepEqual(matrixOf(view), confusion);
    const seen = new Set<number>();
    for (const [row, actual] of names.entries()) {
      for (const [column, answer] of names.entries()) {
        const opened = await open(view, actual, answer, images);
        const [count, most] = [confusion[row]?.[column] ?? 0, row === column ? 20 : 60];
        assert.equal(opened.length, Math.min(count, most), `${actual}, ${answer}`);
        const shares = opened.map(({ answerShare }) => answerShare);
        assert.deepEqual(
          shares,
          shares.toSorted((a, b) => (row === column ? a - b : b - a)),
        );
        for (const { image, answerShare, trueShare, pixels } of opened) {
          const [first] = answers[image] ?? [];
          const own = answers[image]?.find(({ classIndex }) => classIndex === row);
          assert.deepEqual([images.labels[image], first?.classIndex], [row, column]);
          assert.ok(Math.abs(answerShare - (first?.probability ?? 9)) < 1e-3);
          assert.ok(Math.abs(trueShare - (own?.probability ?? 9)) < 1e-3);
          const far = apart(pixels, images, image);
          assert.ok(channels === 1 ? far === 0 : far < 12, `image ${image} is another: ${far}`);
          assert.ok(apart(pixels, images, (image + 1) % 60) > 20, "the next is another");
          assert.ok(!seen.has(image), `image ${image} twice`);
          seen.add(image);
        }
      }
    }
    view.finalize();
  });
}

test("confusionExplorer counts as report does for one sigmoid, and for the scores of LeNet-5", async () => {
  const two = shapes({ names: ["no", "yes"], count: 30 });
  const large = shapes({ names: digitClasses, count: 40, height: 28, width: 28 });
  for (const [model, images] of [
    [network(1, 2, true), two],
    [lenet5(), large],
  ] as const) {
    const view = await viewOf(await confusionExplorer(model, images));
    const { confusion } = await report(model, images);
    assert.deepEqual(matrixOf(view), confusion);
    view.finalize();
    disposeModel(model);
  }
});

const cats = ["cat", "dog", "fish"];
/** Of nine images the three dogs are taken for cats, and there is no fish. */
const pets = shapes({ names: cats, count: 9, labels: [0, 0, 0, 1, 1, 1, 0, 0, 0] });
const petAnswers = answered([0, 0, 0, 0, 0, 0, 2, 0, 0], 3);

test("confusionExplorer: what is clicked opens: a square, beside a small one, an empty one, a picture", async () => {
  const view = await viewOf(await confusionExplorer(petAnswers, pets));
  const state = () => [view.signal("actual"), view.signal("answered"), view.signal("picture")];
  assert.deepEqual(state(), ["dog", "cat", 1], "the most frequent mistake is open");
  await point(view, "click", "tile", [0, 0], ({ index }) => index === 2);
  assert.deepEqual(state(), ["dog", "cat", 3]);
  const image = (view.data("looks") as { image: number }[])[0]?.image ?? -1;
  assert.ok(textsOf(view).some((line) => line.startsWith(`Picture 3, image ${image} of the set: `)));
  await point(view, "click", "cell", [0, 0], ({ row, column }) => row === 0 && column === 2);
  assert.deepEqual(state(), ["cat", "fish", 1], "another square begins with its first picture");
  const ground = itemsOf(view, ({ name }) => name === "ground")[0] as { x?: number; y?: number };
  await point(view, "click", "ground", [(ground.x ?? 0) + 50, (ground.y ?? 0) + 100]);
  assert.deepEqual(state(), ["fish", "dog", 1]);
  assert.ok(textsOf(view).includes("There is no image of fish"));
  assert.deepEqual(view.data("tiles"), []);
  await point(view, "click", "around", [0, 0], ({ row, column }) => row === 1 && column === 0);
  assert.deepEqual(state(), ["dog", "cat", 1]);
  view.finalize();
});

test("confusionExplorer: the slider turns the pages, and stops at the last picture", async () => {
  const images = shapes({ names: ["a", "b"], count: 50, labels: new Array<number>(50).fill(0) });
  const view = await viewOf(await confusionExplorer(answered(new Array<number>(50).fill(1), 2), images));
  const page = () => (view.data("tiles") as { index: number }[]).map(({ index }) => index);
  assert.deepEqual(
    [page().at(0), page().at(-1), view.signal("shownOf")],
    [0, 19, "1 to 20 of 50, the surest first"],
  );
  await view.signal("picture", 45).runAsync();
  assert.deepEqual(
    [page().at(0), page().at(-1), view.signal("shownOf")],
    [40, 49, "41 to 50 of 50, the surest first"],
  );
  await view.signal("actual", "b").runAsync();
  assert.deepEqual([page(), view.signal("shownOf")], [[], "no image"]);
  view.finalize();
});

test("confusionExplorer draws the pictures it speaks of, whatever was open before", async () => {
  const labels = Array.from({ length: 50 }, (_, index) => (index < 30 ? 0 : 1));
  const images = shapes({ names: ["a", "b"], count: 50, labels });
  const view = await viewOf(await confusionExplorer(answered(labels.map((label) => 1 - label), 2), images)); // biome-ignore format: one line
  type Tile = { place: number; slot: number; onSheet: number; url: string };
  const said = (table: string, place: number, down: number, url: string) =>
    `${table} ${place}: ${down.toFixed(3)} down in ${url.slice(-40)}`;
  const wanted = () =>
    ["tiles", "looks"].flatMap((table) =>
      (view.data(table) as Tile[]).map(({ place, slot, onSheet, url }) =>
        said(table, place, slot / onSheet, url),
      ),
    );
  const drawn = () =>
    itemsOf(view, ({ marktype }) => marktype === "image").map((item) => {
      const { y, height, url, mark } = item as unknown as DrawnPicture;
      const { datum, mark: square } = mark.group.mark.group;
      const { height: side } = square.items[0] as { height: number };
      return said(side > 60 ? "looks" : "tiles", datum.place, Math.abs(y / height), url);
    });
  const matches = (what: string) => assert.deepEqual(drawn().toSorted(), wanted().toSorted(), what);
  matches("at first");
  for (const [actual, answer, picture] of [
    ["b", "a", 1],
    ["b", "a", 7],
    ["a", "b", 7],
    ["a", "b", 25],
    ["a", "a", 1],
    ["b", "a", 2],
  ] as const) {
    // biome-ignore format: one line
    view.signal("actual", actual).signal("answered", answer).signal("picture", picture);
    await view.runAsync();
    matches(`${actual} taken for ${answer}, picture ${picture}`);
  }
  view.finalize();
});

/** A picture in the scene: its square is two groups up. */
interface DrawnPicture {
  readonly y: number;
  readonly height: number;
  readonly url: string;
  readonly mark: {
    readonly group: {
      readonly mark: {
        readonly group: {
          readonly datum: { readonly place: number };
          readonly mark: { readonly items: readonly object[] };
        };
      };
    };
  };
}

test("confusionExplorer says it when all is right, and when nothing is", async () => {
  const images = shapes({ names: ["a", "b"], count: 6 });
  const right = await confusionExplorer(answered([0, 0, 0, 1, 1, 1], 2), images);
  assert.match(
    right.description,
    /6 images, 100% right, 0 wrong\. Of what is right 6 of 6 can be looked at\.$/,
  );
  const wrong = await confusionExplorer(answered([1, 1, 1, 0, 0, 0], 2), images);
  assert.match(
    wrong.description,
    /0\.0% right, 6 wrong\. Most frequent: a taken for b \(3\), .* 6 of 6 can be looked at\.$/,
  );
  const unknown = await confusionExplorer([[{ classIndex: 1, name: "b", probability: 0.9 }]], {
    ...images,
    ...{ count: 1, labels: Uint8Array.of(0), pixels: images.pixels.subarray(0, 80) },
  });
  const view = await viewOf(unknown);
  assert.ok(textsOf(view).includes("not given"), "the probability of a class that the answers leave out");
  view.finalize();
});

const many = (classes: number) =>
  Array.from({ length: classes }, (_, index) => `class number ${index} with a name that is far too long`);

test("confusionExplorer: with thousands of mistakes it stays below 1 MB, and says how many it holds", async () => {
  for (const [classes, count, channels] of [
    [50, 6000, 3],
    [26, 6000, 1],
  ] as const) {
    const names = many(classes);
    const images: Images = shapes({ names, count, channels, height: 28, width: 28 });
    const noise = images.pixels.map((value, at) => (value + ((at * 2654435761) >>> 23)) % 256);
    const answers = Array.from(
      images.labels,
      (label, index) => (label + 1 + (index % (classes - 1))) % classes,
    );
    const figure = await confusionExplorer(answered(answers, classes), { ...images, pixels: noise });
    const letters = notebookLetters(figure);
    assert.ok(letters < 1_000_000, `${letters} letters`);
    assert.ok(letters > 500_000, `${letters} letters: there would be room for more`);
    const view = await viewOf(figure);
    const kept = (view.signal("keeps") as number[]).reduce((sum, each) => sum + each, 0);
    assert.equal((view.signal("pictures") as string[]).length, kept);
    const [, said] = /Of the mistakes ([\d,]+) of 6,000 can be looked at/.exec(figure.description) ?? [];
    assert.equal(said?.replace(",", ""), String(kept));
    view.finalize();
  }
});

test("confusionExplorer fits: beside one another 572 wide, on a narrow screen 324, and nothing is drawn outside", async () => {
  const names = many(26);
  const images = shapes({ names, count: 52 });
  const figure = await confusionExplorer(
    answered(
      Array.from(images.labels, (label) => (label + 1) % 26),
      26,
    ),
    images,
  );
  const view = await viewOf(figure);
  for (const narrow of [false, true]) {
    await view.signal("narrow", narrow).runAsync();
    const [width, height] = [view.width(), view.height()];
    assert.ok(width <= (narrow ? 340 : 600) && height <= (narrow ? 780 : 560), `${width} x ${height}`);
    const boxes = itemsOf(
      view,
      ({ marktype, name }) => marktype === "rect" && name !== "around",
    ) as unknown as {
      bounds: { x1: number; x2: number; y1: number; y2: number };
    }[];
    assert.ok(boxes.length > 30);
    for (const { bounds } of boxes) {
      assert.ok(bounds.x1 >= -4 && bounds.x2 <= width + 4 && bounds.y2 <= height, JSON.stringify(bounds));
    }
  }
  view.finalize();
});

test("confusionExplorer refuses what has no room, no answers or no name of its own", async () => {
  const images = shapes({ names: ["a", "b"], count: 4 });
  const right = answered([0, 0, 1, 1], 2);
  const named = (classes: readonly string[]) => confusionExplorer(right, { ...images, classes });
  await assert.rejects(
    confusionExplorer(right.slice(1), images),
    /^RangeError: Cannot open the confusion matrix/,
  );
  await assert.rejects(confusionExplorer([], { ...images, count: 0 }), /^RangeError: Cannot open .*image/);
  await assert.rejects(confusionExplorer([...right.slice(1), []], images), /image 3 has no answer/);
  await assert.rejects(named(["a", "a"]), /two classes are named a/);
  await assert.rejects(named(many(61)), /of 61 classes: it has room for 60/);
  await assert.rejects(confusionExplorer(right, {} as Images), /^TypeError: Cannot open .* no images/);
  await assert.rejects(confusionExplorer(right, images, { titel: "" } as object), /^TypeError/);
});
