import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { test } from "node:test";
import { crossCorrelate } from "../../../src/arithmetic/correlate.js";
import type { Matrix } from "../../../src/arithmetic/matrix.js";
import { seeded } from "../../../src/arithmetic/random.js";
import { jupyterDisplay } from "../../../src/charts/figure.js";
import {
  channelNames,
  colourImages,
  filtersByName,
  kernelsByName,
  switchedOn,
} from "../../../src/lessons/channels-and-parameters/channelSumChoices.js";
import { channelSumExplorer } from "../../../src/lessons/channels-and-parameters/channelSumExplorer.js";
import { tf } from "../../../src/networks/tf.js";
import { driven, itemsOf, textsOf } from "../explorer/vegaExplorer.js";

const vega = createRequire(import.meta.url)("vega") as typeof import("vega");
type View = import("vega").View;

const rowsOf = (weights: readonly number[] = []): Matrix => [0, 3, 6].map((at) => weights.slice(at, at + 3));
const planesOf = (image: string) => colourImages[image] as readonly Matrix[];
const kernelsOf = (names: readonly string[]) => names.map((name) => rowsOf(kernelsByName[name]));
const plain = (text: string) => text.replaceAll("−", "-");

/** Each channel's map by the library, zeros where it is off. */
const partMaps = (image: string, names: readonly string[], on: string): Matrix[] =>
  planesOf(image).map((plane, channel) =>
    crossCorrelate(plane, kernelsOf(names)[channel] as Matrix).map((row) =>
      row.map((value) => (switchedOn.indexOf(on) & (1 << channel) ? value : 0)),
    ),
  );
const summed = (parts: readonly Matrix[], bias: number): Matrix =>
  (parts[0] ?? []).map((row, i) =>
    row.map((_, j) => parts.reduce((sum, part) => sum + (part[i]?.[j] ?? 0), bias)),
  );

/** What the squares of a table hold, row by row. */
function table(view: View, name: string): number[][] {
  const rows: number[][] = [];
  for (const { row, column, value } of view.data(name) as Record<string, number>[]) {
    rows[row as number] ??= [];
    (rows[row as number] as number[])[column as number] = value as number;
  }
  return rows;
}

for (const image of Object.keys(colourImages)) {
  test(`channelSumExplorer() adds up "${image}" channel by channel as the library does, with every filter`, async () => {
    for (const [filter, names] of Object.entries(filtersByName)) {
      const map = await driven(channelSumExplorer(), { image, filter, bias: -3 }, (view) =>
        table(view, "map"),
      );
      assert.deepEqual(map, summed(partMaps(image, names, "all three"), -3), filter);
    }
  });
}

test("channelSumExplorer() gives what TensorFlow's conv2d gives", async () => {
  const names = filtersByName["another in each channel"] as readonly string[];
  const image = "a cherry among leaves";
  const expected = tf.tidy(() => {
    const input = tf
      .tensor(planesOf(image) as number[][][])
      .transpose([1, 2, 0])
      .expandDims(0);
    const kernel = tf
      .tensor(kernelsOf(names) as number[][][])
      .transpose([1, 2, 0])
      .expandDims(3);
    const sums = tf.conv2d(
      input as import("../../../src/networks/tf.js").Tensor4D,
      kernel as never,
      1,
      "valid",
    );
    return Array.from(sums.add(5).dataSync());
  });
  const chosen = { image, filter: "another in each channel", bias: 5 };
  const map = await driven(channelSumExplorer(), chosen, (view) => table(view, "map").flat());
  assert.deepEqual(map, expected);
});

test("channelSumExplorer() shows what its controls say, after any two hundred moves", async () => {
  const random = seeded(5);
  const any = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)] as T;
  const spec = channelSumExplorer()[jupyterDisplay]()["application/vnd.vega.v5+json"];
  const view = new vega.View(vega.parse(spec as import("vega").Spec), { renderer: "none" });
  await view.runAsync();
  const now = {
    image: "a cherry among leaves",
    filter: "red, not green",
    on: "all three",
    row: 2,
    column: 2,
    bias: 1,
  };
  let [at, names] = [0, [...(filtersByName[now.filter] as readonly string[])]];
  for (let move = 0; move < 200; move++) {
    const [kind, value] = any([
      ["image", any(Object.keys(colourImages))],
      ["filter", any(Object.keys(filtersByName))],
      ["channel", any(channelNames)],
      ["kernel", any(Object.keys(kernelsByName))],
      ["on", any(switchedOn)],
      ["row", Math.floor(4 * random())],
      ["column", Math.floor(4 * random())],
      ["bias", Math.floor(25 * random()) - 12],
    ] as const);
    if (kind === "filter" && value !== now.filter) names = [...(filtersByName[value] as readonly string[])];
    if (kind === "channel") at = channelNames.indexOf(value);
    else if (kind === "kernel") names[at] = value;
    else Object.assign(now, { [kind]: value });
    await view.signal(kind, value).runAsync();
    const parts = partMaps(now.image, names, now.on);
    const said = `move ${move}, ${kind}: ${value}`;
    assert.deepEqual(table(view, "map"), summed(parts, now.bias), said);
    const here = parts.map((part) => part[now.row]?.[now.column] ?? Number.NaN);
    assert.deepEqual(view.signal("parts"), here, said);
    assert.equal(view.signal("kernel"), names[at], `${said}: the control shows the kernel of its channel`);
    const sum = here.reduce((a, b) => a + b, now.bias);
    const words = (view.signal("words") as string[]).map(plain);
    assert.ok(words[1]?.endsWith(` = ${here[at]}`), `${said}: ${words[1]}`);
    const terms = words[1]?.replace(/ = .*$/, "").split(" + ") ?? [];
    const product = (term: string) =>
      term
        .replace(/[()]/g, "")
        .split("·")
        .reduce((a, b) => a * Number(b), 1);
    assert.equal(
      terms.reduce((total, term) => total + product(term), 0),
      here[at],
      `${said}: ${words[1]}`,
    );
    assert.ok(words[2]?.endsWith(` = ${sum},`), `${said}: ${words[2]}`);
    assert.equal(words[3], `the one number at row ${now.row}, column ${now.column} of the map.`);
  }
  view.finalize();
});

test("channelSumExplorer() draws nine products for each channel, which add up to its part", async () => {
  const products = await driven(channelSumExplorer(), { filter: "another in each channel" }, (view) => ({
    rows: view.data("product") as { channel: number; value: number }[],
    parts: view.signal("parts") as number[],
    drawn: itemsOf(view, ({ name }) => name === "productCells").length,
  }));
  assert.equal(products.drawn, 27);
  for (const channel of [0, 1, 2]) {
    const own = products.rows.filter((row) => row.channel === channel);
    assert.equal(own.length, 9);
    assert.equal(
      own.reduce((sum, { value }) => sum + value, 0),
      products.parts[channel],
    );
  }
});

test("channelSumExplorer() hides an edge of red against blue from a filter with one kernel for all", async () => {
  const edge = { image: "red beside blue", filter: "light on the right", bias: 0, column: 1 };
  const [all, alone] = await Promise.all(
    ["all three", "red only"].map((on) =>
      driven(channelSumExplorer(), { ...edge, on }, (view) => table(view, "map").flat()),
    ),
  );
  assert.ok(
    all?.every((value) => value === 0),
    String(all),
  );
  assert.ok(
    alone?.some((value) => value < 0),
    String(alone),
  );
});

test("channelSumExplorer() tells leaves from the cherry by its sign only while green counts", async () => {
  const [all, without] = await Promise.all(
    ["all three", "red and blue"].map((on) =>
      driven(channelSumExplorer(), { on }, (view) => table(view, "map").flat()),
    ),
  );
  assert.ok((all?.[0] ?? 0) < 0, String(all)); // leaves alone
  assert.ok(
    without?.every((value) => value > 0),
    String(without),
  );
});

test("channelSumExplorer() says which channel is off, and makes it pale", async () => {
  const found = await driven(channelSumExplorer(), { on: "red and blue", channel: "green" }, (view) => ({
    texts: textsOf(view),
    pale: itemsOf(view, ({ name }) => name === "planeCells").filter(
      (item) => (item as unknown as { opacity: number }).opacity < 1,
    ),
  }));
  assert.ok(found.texts.includes("green, off"));
  assert.ok(found.texts.some((text) => text.includes("green 0 (off)")));
  assert.ok(found.texts.some((text) => text.startsWith("green, kernel all -1, switched off")));
  assert.equal(found.pale.length, 36);
});

test("the explorer's filters name its kernels, its images are 6x6 numbers from 0 to 4, and the switch has all subsets", () => {
  for (const names of Object.values(filtersByName)) {
    assert.equal(names.length, channelNames.length);
    for (const name of names) assert.ok(name in kernelsByName, name);
  }
  for (const [name, planes] of Object.entries(colourImages)) {
    assert.equal(planes.length, channelNames.length, name);
    for (const plane of planes) {
      assert.deepEqual([plane.length, ...plane.map((row) => row.length)], [6, 6, 6, 6, 6, 6, 6], name);
      assert.ok(
        plane.flat().every((value) => Number.isInteger(value) && value >= 0 && value <= 4),
        name,
      );
    }
  }
  for (const [bits, name] of switchedOn.entries())
    for (const [channel, colour] of channelNames.entries())
      assert.equal(name === "all three" || name.includes(colour), (bits & (1 << channel)) > 0, name);
});
