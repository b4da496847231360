import { type Accepted, type Rejected, tryLesson } from "../exercise/tryLesson.js";

type Rule = (values: number[], mask: number[], rate: number) => unknown;
const right: Rule = (values, mask, rate) =>
  values.map((value, index) => (value * (mask[index] ?? 0)) / (1 - rate));
const tensorOf = (values: number[]) => ({
  dtype: "int32",
  shape: [values.length],
  size: values.length,
  dataSync: () => values,
});

const accepted: Accepted = {
  "mnist-cnn.1": [
    [24, 24, 32],
    [null, 24, 24, 32],
    { height: 24, width: 24, channels: 32 },
    "24 x 24 x 32",
    tensorOf([24, 24, 32]),
  ],
  "mnist-cnn.2": [51264, "51,264", 51264n, tensorOf([51264])],
  "mnist-cnn.3": [Math.log(10), -Math.log(0.1), "2.3026", "2.3"],
  "mnist-cnn.4": [
    right,
    (values: number[], mask: number[], rate: number) =>
      Float32Array.from(right(values, mask, rate) as number[]),
    (values: number[], mask: number[], rate: number) =>
      values.map((value, i) => (mask[i] === 1 ? value / (1 - rate) : 0)),
  ],
  "mnist-cnn.5": [
    1 / 255,
    0.00392157,
    (pixels: number[]) => pixels.map((pixel) => pixel / 255),
    (pixels: number[]) => Float32Array.from(pixels, (pixel) => pixel / 255),
    (pixel: number) => pixel / 255,
  ],
  "mnist-cnn.6": [
    { wanted: 4, predicted: 9 },
    { wanted: "4", predicted: [0, 0.9, 0, 0, 0.1, 0, 0, 0, 0, 0] },
  ],
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
    [() => "x", /array of numbers/],
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
    [{ wanted: 4, predicted: 4 }, /as you do/],
    [{ wanted: 10, predicted: 4 }, /from 0 to 9/],
    [{ predicted: 4 }, /from 0 to 9/],
    [9, /wanted/],
    [{ wanted: 1, predicted: [0, 0.9, 0.1, 0, 0, 0, 0, 0, 0, 0] }, /as you do/],
  ],
};

tryLesson("mnist-cnn", accepted, rejected);
