import { functionForms, listForms, numberForms } from "../exercise/forms.js";
import {
  type Accepted,
  noFunctions,
  noLists,
  noNumbers,
  type Rejected,
  type Solutions,
  tryLesson,
} from "../exercise/tryLesson.js";

type Rule = (values: number[], mask: number[], rate: number) => unknown;
const right = (values: number[], mask: number[], rate: number) =>
  values.map((value, index) => (value * (mask[index] ?? 0)) / (1 - rate));
const tensorOf = (values: number[]) => ({
  dtype: "int32",
  shape: [values.length],
  size: values.length,
  dataSync: () => values,
});

const flat = ".########.\n#........#\n.########.";
/** Digits that nobody taught the network, in the forms that a drawing is written in. */
const drawings = [
  { wanted: 0, drawing: flat },
  { wanted: "0", drawing: `\n${flat}\n` },
  { digit: 0, art: flat },
  { label: 0n, text: flat },
  { Wanted: [0], Drawing: flat },
  { wanted: 0, drawing: flat.split("\n") },
  { wanted: 0, drawing: flat.replaceAll(".", " ") },
  { wanted: 0, drawing: flat.replaceAll("\n", "\r\n") },
  { wanted: 0, predicted: 7, drawing: flat },
  { meant: 0, drawn: flat },
];

const accepted: Accepted = {
  "mnist-cnn.1": [
    ...listForms([24, 24, 32], ["height", "width", "channels"]),
    [24, 24, 32],
    [null, 24, 24, 32],
    { height: 24, width: 24, channels: 32 },
    "24 x 24 x 32",
    tensorOf([24, 24, 32]),
  ],
  "mnist-cnn.2": [...numberForms(51264), 51264, "51,264", 51264n, tensorOf([51264])],
  "mnist-cnn.3": [...numberForms(Math.LN10), Math.log(10), -Math.log(0.1), "2.3026", "2.3"],
  "mnist-cnn.4": [
    ...functionForms(right),
    right,
    (values: number[], mask: number[], rate: number) =>
      Float32Array.from(right(values, mask, rate) as number[]),
    (values: number[], mask: number[], rate: number) =>
      values.map((value, i) => (mask[i] === 1 ? value / (1 - rate) : 0)),
  ],
  "mnist-cnn.5": [
    ...numberForms(1 / 255),
    1 / 255,
    0.00392157,
    (pixels: number[]) => pixels.map((pixel) => pixel / 255),
    (pixels: number[]) => Float32Array.from(pixels, (pixel) => pixel / 255),
    (pixel: number) => pixel / 255,
  ],
  "mnist-cnn.6": drawings,
};

const rejected: Rejected = {
  "mnist-cnn.1": [
    [[28, 28, 32], /padding `same`/],
    [[24, 24], /How many maps/],
    [[24, 24, 1], /a map for each filter/],
    [[32, 24, 24], /the order is not/],
    [[23, 23, 32], /before its first step/],
    [[12, 12, 32], /after the pooling/],
    [[60000, 24, 24, 32], /Leave the batch out/],
    [[24, 24, 64], /there are 32/],
    [[7, 7, 32], /five neighbouring pixels/],
    [24, /list of numbers/],
    ["soon", /list of numbers/],
    [{}, /list of numbers/],
    ...noLists,
  ],
  "mnist-cnn.2": [
    [51200, /has a bias as well/],
    [1664, /32 channels/],
    [1600, /32 input channels, and a bias/],
    [53248, /every kernel its own bias/],
    [832, /first convolution/],
    [801, /one filter/],
    [42, /Count one filter first/],
    ["many", /one number/],
    [[1, 2], /one number/],
    ...noNumbers,
  ],
  "mnist-cnn.3": [
    [1, /base 10/],
    [0.1, /minus its logarithm/],
    [Math.log2(10), /base 2/],
    [-Math.log(10), /minus that/],
    [0.9, /share of wrong guesses/],
    [0, /whole probability/],
    [7, /natural logarithm/],
    [Number.NaN, /one number/],
    ...noNumbers,
  ],
  "mnist-cnn.4": [
    [
      ((values, mask) => values.map((value, i) => value * (mask[i] ?? 0))) satisfies Rule,
      /without dividing by `1 - rate`/,
    ],
    [
      ((values, mask, rate) => values.map((value, i) => (value * (mask[i] ?? 0)) / rate)) satisfies Rule,
      /divides by `rate`/,
    ],
    [
      ((values, mask, rate) =>
        values.map((value, i) => (value * (1 - (mask[i] ?? 0))) / (1 - rate))) satisfies Rule,
      /wrong way round: 1 keeps/,
    ],
    [
      ((values, mask, rate) => values.map((value, i) => value * (mask[i] ?? 0) * (1 - rate))) satisfies Rule,
      /multiplies by `1 - rate`/,
    ],
    [
      ((values, mask, rate) =>
        values.filter((_, i) => mask[i] === 1).map((value) => value / (1 - rate))) satisfies Rule,
      /stays in its place, as 0/,
    ],
    [((values) => values) satisfies Rule, /Nothing is dropped/],
    [() => undefined, /return/],
    [() => "x", /must return a list of numbers/],
    [
      (values: number[]) => values.map(() => 1),
      /For values \[2, -4, 6, 8\].* expected is \[2.667, 0, 8, 10.67\]/,
    ],
    [
      (values: number[], mask: number[], rate: number) => {
        (right(values, mask, rate) as number[]).forEach((value, i) => {
          values[i] = value;
        });
        return values;
      },
      /itself was changed/,
    ],
    [[1, 2], /Pass the function itself/],
    [
      () => {
        throw new Error("mask is not defined");
      },
      /it threw: mask is not defined/,
    ],
    ...noFunctions,
  ],
  "mnist-cnn.5": [
    [255, /larger still/],
    [1 / 256, /0.996/],
    [1, /leaves the pixels/],
    [1 / 255 / 255, /divides by 255 twice/],
    [1 / 127.5, /255 to 2/],
    [0.0039, /do not round/],
    [0.5, /255 becomes 127.5/],
    ["soon", /Give the scale/],
    [(pixels: number[]) => pixels, /as they went in/],
    [(pixels: number[]) => pixels.map((pixel) => pixel / 127.5 - 1), /negative/],
    [(pixels: number[]) => pixels.map((pixel) => pixel / 255 - 0.13), /negative/],
    [(pixels: number[]) => pixels.map((pixel) => pixel / 256), /0.996/],
    [(pixels: number[]) => pixels.map((pixel) => Math.round(pixel / 255)), /0, 0, 0, 1|rounded away/],
    [(pixels: number[]) => pixels.slice(1).map((pixel) => pixel / 255), /4 pixels go in and 3 come out/],
    [() => undefined, /return/],
  ],
  "mnist-cnn.6": [
    [{ wanted: 4, predicted: 9 }, /drawing itself.*wanted, predicted/],
    [{ wanted: 3, predicted: new Array(10).fill(0) }, /drawing itself/],
    [{ wanted: 10, drawing: flat }, /from 0 to 9.*`wanted` is 10/],
    [{ wanted: Number.NaN, drawing: flat }, /`wanted` is NaN/],
    [{ wanted: 4, drawing: 9 }, /`drawing` is 9/],
    [{ wanted: 4, drawing: "...\n..." }, /it is blank/],
    [{ wanted: 1, drawing: "#" }, /1 sign of ink/],
    [{ wanted: 4, drawing: "a\nb" }, /Use space \. : \+ \* # only/],
    [{ wanted: 3, drawing: ".####.\n##..##\n....##\n..###.\n....##\n##..##\n.####." }, /reads this 3 as you do, \d+% sure/],
    [{ wanted: 1, drawing: flat }, /encloses 1 field of paper, and a 1 has none/],
    [{ wanted: 0, drawing: `${flat}\n#........#\n.########.` }, /encloses 2 fields of paper, and a 0 has 1 at most/],
    [{ drawing: flat }, /an object with drawing/],
    [flat, /a text of 3 lines/],
    [9, /This is 9/],
  ],
}; // biome-ignore format: pairs

const solutions: Solutions = {
  "mnist-cnn.1": { source: "[28 - 5 + 1, 28 - 5 + 1, 32]" },
  "mnist-cnn.2": { source: "(5 * 5 * 32 + 1) * 64" },
  "mnist-cnn.3": { source: "-Math.log(1 / 10)" },
  "mnist-cnn.4": {},
  "mnist-cnn.5": {},
  "mnist-cnn.6": {},
};

tryLesson("mnist-cnn", accepted, rejected, solutions);
