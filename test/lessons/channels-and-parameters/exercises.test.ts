import assert from "node:assert/strict";
import { test } from "node:test";
import { crossCorrelate } from "../../../src/arithmetic/correlate.js";
import { type LayerSpec, layerTable } from "../../../src/arithmetic/layers.js";
import { exercise } from "../../../src/lessons/exercise/exercise.js";
import { withKernel } from "../../notebook/fakeKernel.js";
import { functionForms, numberForms, tensorOf } from "../exercise/forms.js";
import {
  type Accepted,
  checked,
  noFunctions,
  noNumbers,
  type Rejected,
  type Solutions,
  tryLesson,
} from "../exercise/tryLesson.js";

type Rows = number[][];
type Filter = (channels: Rows[], kernels: Rows[], bias: number) => unknown;
const total = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0);
const turned = (kernel: Rows) => [...kernel].reverse().map((row) => [...row].reverse());

/** The part of each channel, written here with loops, so that the check is not measured against itself. */
function partsOf(channels: readonly Rows[], kernels: readonly Rows[]): Rows[] {
  return channels.map((channel, at) => {
    const kernel = kernels[at] as Rows;
    const [height, width] = [kernel.length, kernel[0]?.length ?? 0];
    const part: Rows = [];
    for (let row = 0; row + height <= channel.length; row++) {
      part.push([]);
      for (let column = 0; column + width <= (channel[0]?.length ?? 0); column++) {
        let sum = 0;
        for (let i = 0; i < height; i++)
          for (let j = 0; j < width; j++)
            sum += (channel[row + i]?.[column + j] ?? 0) * (kernel[i]?.[j] ?? 0);
        part[row]?.push(sum);
      }
    }
    return part;
  });
}
/** A filter that puts the parts of the channels together in its own way. */
const joined =
  (join: (parts: readonly number[], bias: number) => number) =>
  (channels: readonly Rows[], kernels: readonly Rows[], bias: number): Rows => {
    const parts = partsOf(channels, kernels);
    return (parts[0] ?? []).map((row, i) =>
      row.map((_, j) =>
        join(
          parts.map((part) => part[i]?.[j] as number),
          bias,
        ),
      ),
    );
  };
const added = joined((parts, bias) => total(parts) + bias);
const tensorOfRows = (rows: Rows) => tensorOf(rows.flat(), [rows.length, rows[0]?.length ?? 0]);

type Count = (kernel: number, channels: number, filters: number, groups: number) => unknown;
const count = (k: number, c: number, f: number, g: number) => ((k * k * c) / g + 1) * f;

type Reorder = (saved: number[], height: number, width: number, channels: number) => unknown;
const reorder = (saved: number[], height: number, width: number, channels: number) =>
  saved.map((_, index) => {
    const [pixel, channel] = [Math.floor(index / channels), index % channels];
    return saved[channel * height * width + pixel] as number;
  });
/** From the given order of axes to rows, columns, channels. */
const from =
  (
    place: (row: number, column: number, channel: number, h: number, w: number, c: number) => number,
  ): Reorder =>
  (saved, h, w, c) =>
    saved.map((_, index) => {
      const [row, column, channel] = [Math.floor(index / (w * c)), Math.floor(index / c) % w, index % c];
      return saved[place(row, column, channel, h, w, c)];
    });

const small: LayerSpec[] = [
  { kind: "conv", filters: 6, kernel: 3 },
  { kind: "maxPool", size: 2 },
  { kind: "conv", filters: 12, kernel: 5 },
  { kind: "maxPool", size: 2 },
  { kind: "flatten" },
  { kind: "dense", units: 10 },
];
const replaced = (index: number, layer: LayerSpec) => small.map((own, at) => (at === index ? layer : own));

/** Designs within the budget, in the forms that layers are written in. */
const half: LayerSpec[] = [
  { kind: "conv", filters: 4, kernel: 5, stride: 2 },
  { kind: "conv", filters: 8, kernel: 5, stride: 2 },
  { kind: "conv", filters: 8, kernel: 3 },
  { kind: "globalAverage" },
  { kind: "dense", units: 10 },
];
const designs: LayerSpec[][] = [
  half,
  [...half, { kind: "softmax" }],
  [...small, { kind: "softmax" }],
  half.map((layer) => (layer.kind === "globalAverage" ? { kind: "globalMax" } : layer)),
  replaced(1, { kind: "averagePool", size: 2 }),
  replaced(3, { kind: "maxPool", size: { rows: 2, columns: 2 } }),
  replaced(0, { kind: "conv", filters: 6, kernel: { rows: 3, columns: 3 }, stride: 1 }),
  replaced(0, { kind: "conv", filters: 6, kernel: 3, bias: false }),
  [...small.slice(0, 5), { kind: "dropout", rate: 0.5 }, { kind: "dense", units: 10 }],
  [{ kind: "zeroPadding", padding: 1 }, ...replaced(0, { kind: "conv", filters: 4, kernel: 3 })],
];

const accepted: Accepted = {
  "channels-and-parameters.1": [...numberForms(7), 7, "7", [7], 3 + 6 - 2],
  "channels-and-parameters.2": [
    ...functionForms(added),
    added,
    joined((parts, bias) => bias + total(parts)),
    (channels: Rows[], kernels: Rows[], bias: number) => tensorOfRows(added(channels, kernels, bias)),
  ],
  "channels-and-parameters.3": [...numberForms(147_456), 147_456, "147,456", 12 * 12 * 64 * 16],
  "channels-and-parameters.4": [
    ...functionForms(count),
    count,
    (k: number, c: number, f: number, g: number) => f * (k ** 2 * (c / g)) + f,
  ],
  "channels-and-parameters.5": [
    ...functionForms(reorder),
    reorder,
    (saved: number[], h: number, w: number, c: number) => Float32Array.from(reorder(saved, h, w, c)),
    from((row, column, channel, h, w) => channel * h * w + row * w + column),
  ],
  "channels-and-parameters.6": [small, ...designs],
};

const rejected: Rejected = {
  "channels-and-parameters.1": [
    [9, /bias is still to be added/],
    [5, /bias once for each channel/],
    [11, /It is added/],
    [1, /second channel as well/],
    [4, /first channel as well/],
    [16, /not multiplied/],
    [12, /turned by 180/],
    [15, /on the other channel/],
    [[3, 6], /one number comes out, with one bias/],
    [[1, 2], /not one for each channel/],
    [[[3, 6]], /one number comes out/],
    [100, /four products/],
    ["seven", /Give one number/],
    ...noNumbers,
  ],
  "channels-and-parameters.2": [
    [joined((parts) => total(parts)), /bias is still missing/],
    [joined((parts, bias) => total(parts) + parts.length * bias), /once for each channel/],
    [joined(([part = 0], bias) => part + bias), /first channel alone/],
    [joined((parts, bias) => total(parts) + (parts[0] ?? 0) + bias), /first channel is in the sum twice/],
    [joined((parts, bias) => (parts.at(-1) ?? 0) + bias), /last channel alone/],
    [joined((parts, bias) => total(parts) / parts.length + bias), /mean of the channels/],
    [joined((parts, bias) => parts.reduce((a, b) => a * b, 1) + bias), /multiplies the channels/],
    [joined((parts, bias) => Math.max(0, total(parts) + bias)), /ReLU/],
    [
      ((channels, kernels, bias) =>
        added(
          channels,
          channels.map(() => kernels[0] as Rows),
          bias,
        )) satisfies Filter,
      /kernel of its own/,
    ],
    [
      ((channels, kernels, bias) => added(channels, kernels.map(turned), bias)) satisfies Filter,
      /180 degrees/,
    ],
    [
      ((channels, kernels, bias) => added(channels, [...kernels].reverse(), bias)) satisfies Filter,
      /wrong order/,
    ],
    [
      ((channels, kernels, bias) => added(channels, kernels, bias).slice(1)) satisfies Filter,
      /one number for each place/,
    ],
    [((channels, kernels) => partsOf(channels, kernels)) satisfies Filter, /must return one map/],
    [joined((parts, bias) => total(parts) - bias), /expected is/],
    [[[5, 3]], /not its result/],
    ...noFunctions,
  ],
  "channels-and-parameters.3": [
    [1024, /Those are the weights/],
    [1040, /Those are the parameters/],
    [149_760, /only added/],
    [9216, /one filter/],
    [2304, /64 channels deep/],
    [12_288, /12 rows/],
    [294_912, /one multiply-add/],
    [64, /one filter at one place/],
    [7, /Count places, filters and channels/],
    ...noNumbers,
  ],
  "channels-and-parameters.4": [
    [((k, c, f) => (k * k * c + 1) * f) satisfies Count, /Right for one group/],
    [((k, c, f, g) => (k * k * c * f) / g) satisfies Count, /has a bias as well/],
    [((k, c, f, g) => ((k * k * c + 1) * f) / g) satisfies Count, /divides the biases/],
    [((k, c, f, g) => (k * k * c * f) / g / g + f) satisfies Count, /divides twice/],
    [((k, c, f, g) => ((k * k * c) / g + 1) * (f / g)) satisfies Count, /That is one group/],
    [((k, c, f, g) => ((k * k + 1) * c * f) / g) satisfies Count, /every kernel a bias/],
    [((k, c, f, g) => ((k * k * c) / g) * f + c) satisfies Count, /filter that comes out/],
    [((k, c, f, g) => ((k * c) / g + 1) * f) satisfies Count, /two sides/],
    [((k, c, f, g) => (k * k * c * f) / g + g) satisfies Count, /every group one bias/],
    [((k, c, f, g) => (k * k * c) / g + f) satisfies Count, /is a bracket missing/],
    [((k) => k) satisfies Count, /kernel 5, channels 1, filters 32, groups 1 it returns 5; expected is 832/],
    [() => undefined, /return/],
    [() => "many", /must return one number/],
    [832, /Pass the function itself/],
    ...noFunctions,
  ],
  "channels-and-parameters.5": [
    [((saved) => saved) satisfies Reorder, /comes back as it was/],
    [from((row, column, channel, h, w) => channel * h * w + column * h + row), /column by column/],
    [
      ((saved, h, w, c) => {
        const list: unknown[] = [];
        for (let channel = 0; channel < c; channel++)
          for (let row = 0; row < h; row++)
            for (let column = 0; column < w; column++) list.push(saved[(row * w + column) * c + channel]);
        return list;
      }) satisfies Reorder,
      /the way back/,
    ],
    [
      ((saved, h, w, c) => {
        const list: unknown[] = [];
        for (let column = 0; column < w; column++)
          for (let row = 0; row < h; row++)
            for (let channel = 0; channel < c; channel++) list.push(saved[(channel * h + row) * w + column]);
        return list;
      }) satisfies Reorder,
      /down the columns first/,
    ],
    [((saved, h, w, c) => reorder(saved, h, w, c).reverse()) satisfies Reorder, /backwards/],
    [
      from((row, column, channel, h, w) => (channel * w + row) * h + column),
      /Place 12, counted from 0, is the first that is wrong\. There should be row 1, column 0, channel 0\. .*height and width/,
    ],
    [
      ((saved) => saved.slice(1)) satisfies Reorder,
      /it returns 11 numbers, and 12 numbers are expected\. Of a map of 2 x 2 with 3 channels/,
    ],
    [
      ((saved) => saved.map(() => 5)) satisfies Reorder,
      /it returns \[5, 5, 5.*The first 3 should be the channels/,
    ],
    [() => undefined, /return/],
    [() => "x", /list of numbers/],
    [[1, 2], /Pass the function itself/],
    ...noFunctions,
  ],
  "channels-and-parameters.6": [
    [replaced(0, { kind: "conv", filters: 32, kernel: 3 }), /more than 5,000.*layer 3 \(conv\)/],
    [small.filter(({ kind }) => kind !== "maxPool"), /more than 5,000.*layer 4 \(dense\)/],
    [replaced(0, { kind: "conv", filters: 6, kernel: 5 }), /multiply-adds are more than 200,000.*layer 3/],
    [replaced(2, { kind: "conv", filters: 12, kernel: 3 }), /sees only 10 x 10/],
    [replaced(5, { kind: "dense", units: 9 }), /10 units/],
    [small.slice(0, 4), /10 units/],
    [small.slice(4), /two convolutions/],
    [small.filter(({ kind }) => kind !== "flatten"), /Put flatten or globalAverage before it/],
    [[], /list of layers/],
    [small[0], /list of layers/],
    [layerTable({ height: 28, width: 28, channels: 1 }, small), /rows that `layerTable` returns/],
  ],
};

const solutions: Solutions = {
  "channels-and-parameters.1": {
    source: "2 * 1 + 1 * 2 + 0 * 0 - 1 * 1 + 1 * 3 + 5 * 0 - 1 * 1 + 2 * 2 - 2",
  },
  "channels-and-parameters.2": { scope: { crossCorrelate } },
  "channels-and-parameters.3": { source: "12 * 12 * 64 * 16" },
  "channels-and-parameters.4": {},
  "channels-and-parameters.5": {},
  "channels-and-parameters.6": {
    equivalent: Object.fromEntries(
      ["2:28 6 -> 5", "2:39 3 -> 4", "3:28 2 -> 3", "4:28 12 -> 11", "4:28 12 -> 13", "5:28 2 -> 3"].map(
        (what) => [what, "another network within the budget"],
      ),
    ),
  },
};

tryLesson("channels-and-parameters", accepted, rejected, solutions);

for (const id of Object.keys(accepted)) {
  test(`exercise("${id}") does not give the answer away in its title, first hint or rejections`, async () => {
    const told = /147,?456|3 \+ 6 - 2/;
    withKernel(({ sent }) => {
      const one = exercise(id);
      one.hint();
      assert.doesNotMatch(`${one.title} ${String(sent[0]?.data["text/plain"])}`, told);
    });
    for (const [answer] of rejected[id] ?? []) assert.doesNotMatch((await checked(id, answer)).message, told);
  });
}
