import assert from "node:assert/strict";
import { test } from "node:test";
import { paddingOf } from "../../../src/arithmetic/window.js";
import { functionForms, listForms, numberForms } from "../exercise/forms.js";
import {
  type Accepted,
  check,
  noFunctions,
  noLists,
  noNumbers,
  type Rejected,
  type Solutions,
  tryLesson,
} from "../exercise/tryLesson.js";

type Count = (length: number, kernel: number, stride: number) => unknown;
type Zeros = (length: number, kernel: number, stride: number) => unknown;

const uses =
  (change: { outputs?: number; stride?: number } = {}): Count =>
  (length, kernel, stride) => {
    const step = change.stride ?? stride;
    const outputs = Math.floor((length - kernel) / step) + 1 + (change.outputs ?? 0);
    const counts = new Array<number>(length).fill(0);
    for (let output = 0; output < outputs; output++)
      for (let weight = 0; weight < kernel; weight++)
        if (output * step + weight < length)
          counts[output * step + weight] = (counts[output * step + weight] ?? 0) + 1;
    return counts;
  };
const total = (length: number, kernel: number, stride: number) =>
  Math.max(0, (Math.ceil(length / stride) - 1) * stride + kernel - length);
const zeros: Zeros = (length, kernel, stride) => paddingOf(length, { kernel, stride, padding: "same" });

const half = { kernel: 2, stride: 2 };
const four = [half, half, { kernel: 3, stride: 2 }, { kernel: 3 }];
const five = Array.from({ length: 5 }, () => ({ kernel: 3, stride: 2, padding: "same" }));
const wider = [{ kernel: 2 }, { kernel: 2, stride: 2, dilation: 2 }, { kernel: 3, stride: 2, dilation: 2 }, { kernel: 3, dilation: 2 }]; // biome-ignore format: a list
/** Stacks that light up all 28 pixels, in the forms that layers are written in. */
const stacks = [
  four,
  five,
  wider,
  [...four, { kernel: 1 }],
  [...four, { kernel: 3, padding: "same" }],
  [half, half, { kernel: 3, stride: 2 }, { kernel: 3, stride: 2 }],
  four.map((layer) => ({ dilation: 1, padding: 0, ...layer })),
  four.map((layer) => ({ padding: "valid", ...layer })),
  four.map(({ kernel }, at) => ({ kernel: String(kernel), stride: at < 3 ? "2" : "1" })),
  four.map((layer) => ({ ...layer, padding: [0, 0] })),
];

const accepted: Accepted = {
  "padding-and-stride.1": [...numberForms(4), 4, "4", 4n, Math.floor((10 - 3) / 2) + 1],
  "padding-and-stride.2": [...listForms([1, 2], ["before", "after"]), [1, 2], Int32Array.of(1, 2)],
  "padding-and-stride.3": [
    ...functionForms(uses()),
    uses(),
    ((...input) => Int32Array.from(uses()(...input) as number[])) satisfies Count,
    ((length, kernel, stride) =>
      Array.from({ length }, (_, pixel) => {
        let count = 0;
        for (let start = 0; start + kernel <= length; start += stride)
          if (pixel >= start && pixel < start + kernel) count++;
        return count;
      })) satisfies Count,
  ],
  "padding-and-stride.4": [
    ...functionForms(zeros),
    zeros,
    ((length, kernel, stride) => {
      const all = total(length, kernel, stride);
      return [Math.floor(all / 2), Math.ceil(all / 2)];
    }) satisfies Zeros,
  ],
  "padding-and-stride.5": [...numberForms(16), 16, "16"],
  "padding-and-stride.6": stacks,
};

const rejected: Rejected = {
  "padding-and-stride.1": [
    [4.5, /round down/],
    [5, /eleventh pixel/],
    [8, /stride 1/],
    [3, /counts the steps/],
    [3.5, /counts the steps/],
    [7, /by two at a time/],
    [16, /one axis/],
    [40, /on paper/],
    ["four", /one number/],
    ...noNumbers,
  ],
  "padding-and-stride.2": [
    [[2, 1], /sides are not/],
    [[1.5, 1.5], /no half zero/],
    [[2, 2], /29 values/],
    [[1, 1], /27 values/],
    [[0, 3], /as evenly/],
    [[3, 3], /`full`/],
    [[0, 0], /`valid`/],
    [3, /as a pair/],
    [[7, 9], /lose with a kernel of 4/],
    ["both", /a pair of numbers/],
    ...noLists,
  ],
  "padding-and-stride.3": [
    [(length: number) => new Array(length).fill(3), /how many windows can reach it/],
    [
      (length: number, kernel: number, stride: number) =>
        new Array(Math.floor((length - kernel) / stride) + 1).fill(kernel),
      /one for each output/,
    ],
    [uses({ outputs: -1 }), /last window is missing/],
    [uses({ outputs: 1 }), /a window too many/],
    [uses({ outputs: Number.NEGATIVE_INFINITY }), /No window is counted anywhere/],
    [
      (length: number, kernel: number, stride: number) => {
        const counts = new Array<number>(length).fill(0);
        for (let start = 0; start < length - kernel; start += stride)
          for (let weight = 0; weight < kernel; weight++)
            counts[start + weight] = (counts[start + weight] ?? 0) + 1;
        return counts;
      },
      /ends exactly at the last pixel/,
    ],
    [uses({ stride: 1 }), /as if the stride were 1/],
    [
      (length: number) => new Array(length + 2).fill(1),
      /returns 7 numbers.*hangs over the end writes beyond/,
    ],
    [
      (length: number, kernel: number, stride: number) => {
        const counts = new Array<number>(length).fill(0);
        for (let output = 0; output < Math.floor((length - kernel) / stride) + 1; output++)
          for (let weight = 0; weight < kernel; weight++)
            counts[output + weight] = (counts[output + weight] ?? 0) + 1;
        return counts;
      },
      /Output i begins at pixel `i \* stride`/,
    ],
    [
      (length: number, kernel: number, stride: number) => {
        const counts = new Array<number>(length).fill(0);
        for (let output = 0; output < (length - kernel) / stride + 1; output++)
          for (let weight = 0; weight < kernel; weight++)
            if (output * stride + weight < length)
              counts[output * stride + weight] = (counts[output * stride + weight] ?? 0) + 1;
        return counts;
      },
      /do not come out even.*round down/,
    ],
    [(length: number) => new Array(length).fill(1), /expected is \[1, 2, 3, 2, 1\]/],
    [() => undefined, /`return` missing/],
    [[1, 2, 3, 2, 1], /the function itself/],
    ...noFunctions,
  ],
  "padding-and-stride.4": [
    [
      (length: number, kernel: number, stride: number) => [total(length, kernel, stride), 0],
      /All zeros are on one side/,
    ],
    [
      (length: number, kernel: number, stride: number) => {
        const all = Math.max(0, (Math.floor(length / stride) - 1) * stride + kernel - length);
        return [Math.floor(all / 2), Math.ceil(all / 2)];
      },
      /number of outputs is rounded down/,
    ],
    [() => [1, 1], /1 in all is needed, so the sides/],
    [
      (length: number, kernel: number, stride: number) => {
        const all = total(length, kernel, stride);
        return [Math.ceil(all / 2), Math.floor(all / 2)];
      },
      /still before the pixels/,
    ],
    [
      (length: number, kernel: number, stride: number) => {
        const half = Math.ceil(total(length, kernel, stride) / 2);
        return [half, half];
      },
      /cannot be equal/,
    ],
    [
      (_: number, kernel: number) => [Math.floor((kernel - 1) / 2), Math.ceil((kernel - 1) / 2)],
      /fewer are enough|cannot be equal/,
    ],
    [
      (length: number, kernel: number, stride: number) => {
        const half = total(length, kernel, stride) / 2;
        return [half, half];
      },
      /no half zero/,
    ],
    [
      (length: number, kernel: number, stride: number) => {
        const all = (Math.ceil(length / stride) - 1) * stride + kernel - length;
        return [Math.floor(all / 2), all - Math.floor(all / 2)];
      },
      /the number is 0/,
    ],
    [
      (length: number, kernel: number, stride: number) => [0, total(length, kernel, stride)],
      /All zeros are on one side/,
    ],
    [() => [1], /returns 1 number, and 2 numbers are expected/],
    [[0, 1], /Pass the function itself/],
    ...noFunctions,
  ],
  "padding-and-stride.5": [
    [14, /A pooling follows/],
    [11, /the jump is two pixels/],
    [15, /neighbour that far away/],
    [12, /second 5x5 add/],
    [13, /leaves the poolings out/],
    [9, /Here a pooling does/],
    [20, /factors of the jump/],
    [28, /whole digit/],
    [100, /layer by layer/],
    ["wide", /one number/],
    ...noNumbers,
  ],
  "padding-and-stride.6": [
    [
      Array.from({ length: 5 }, () => ({ kernel: 3, padding: "same" })),
      /depends on 11 of them.*With stride 1/,
    ],
    [Array.from({ length: 14 }, () => ({ kernel: 3 })), /These are 14 layers/],
    [[{ kernel: 28 }], /kernel of 28 is too large/],
    [[{ kernel: 3, stride: 4, padding: "same" }], /stride of 4/],
    [[{ kernel: 3, dilation: 9 }], /dilation of 9/],
    [Array.from({ length: 5 }, () => ({ kernel: 3, stride: 2 })), /Layer 4: Cannot slide a window/],
    [[{ kernel: 3 }, { kernel: 3, stride: 2 }], /stand low enough/],
    [[3, 3, 3], /a list of layers/],
    [{ kernel: 3 }, /a list of layers/],
    [
      Array.from({ length: 4 }, () => ({ kernel: 3, stride: 2, padding: "same" })),
      /27 of them, pixels 0 to 26. Its view is 31 long/,
    ],
    [
      [{ kernel: 1, stride: 2 }, half, { kernel: 3 }, { kernel: 3 }],
      /between pixel 0 and pixel \d+ it leaves out \[1, 3/,
    ],
    [
      [...[1, 2].map(() => ({ kernel: 3, stride: 2, dilation: 2, padding: "same" })), ...five.slice(0, 2)],
      /depends on 14 of them: between pixel \d+ and pixel \d+ it leaves out \[2/,
    ],
    [[{ kernel: 3, padding: 25 }], /depends on 3 of them/],
    [[{ kernel: 3, strides: 2 }], /Layer 1 has `strides`, which is not looked at/],
    [[{ stride: 2 }], /its kernel is undefined/],
    [[{ kernel: "wide" }], /its kernel is the text "wide"/],
    [[{ kernel: Number.NaN }], /kernel/],
    [[{ kernel: 2.5 }], /whole number/],
    ["soon", /the text "soon"/],
    [() => four, /a function/],
  ],
};

const solutions: Solutions = {
  "padding-and-stride.1": { source: "Math.floor((10 - 3) / 2) + 1" },
  "padding-and-stride.2": { source: "[Math.floor((4 - 1) / 2), 4 - 1 - Math.floor((4 - 1) / 2)]" },
  "padding-and-stride.3": {},
  "padding-and-stride.4": {},
  "padding-and-stride.5": { source: "1 + 4 + 1 + 2 * 4 + 2 * 1" },
  "padding-and-stride.6": {
    equivalent: { "1:44 3 -> 2": "five kernels of 2 with stride 2 see all 28 as well" },
  },
};

tryLesson("padding-and-stride", accepted, rejected, solutions);

test("the broken cell of 04.4 is rejected as it stands", () => {
  const zerosAround = (length: number, kernel: number, stride: number): [number, number] => {
    const all = Math.max(0, (Math.ceil(length / stride) - 1) * stride + kernel - length);
    const before = Math.ceil(all / 2);
    return [before, all - before];
  };
  assert.match(check("padding-and-stride.4", zerosAround).message, /still before the pixels/);
});
