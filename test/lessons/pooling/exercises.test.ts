import { averagePool, maxPool } from "../../../src/arithmetic/pool.js";
import { functionForms, listForms, matrixForms, numberForms } from "../exercise/forms.js";
import {
  type Accepted,
  noFunctions,
  noLists,
  noNumbers,
  noPairs,
  type Rejected,
  type Solutions,
  tryLesson,
} from "../exercise/tryLesson.js";

type Rows = number[][];
const tensorOf = (shape: number[], values: number[]) => ({
  dtype: "float32",
  shape,
  size: values.length,
  dataSync: () => Float32Array.from(values),
});

/** 2x2 windows side by side over an image with an odd pixel after it, filled with `value`. Written apart from the library. */
const filledWith =
  (value: number, reduce: (window: number[]) => number, before = 0) =>
  (image: Rows) => {
    const places = (length: number) => Array.from({ length: Math.ceil(length / 2) }, (_, place) => 2 * place);
    return places(image.length).map((top) =>
      places(image[0]?.length ?? 0).map((left) =>
        reduce(
          [0, 1].flatMap((i) =>
            [0, 1].map(
              (j) =>
                image[top + i - before * (image.length % 2)]?.[
                  left + j - before * ((image[0]?.length ?? 0) % 2)
                ] ?? value,
            ),
          ),
        ),
      ),
    );
  };
const largest = (window: number[]) => Math.max(...window);
type Backward = (window: number[], gradient: number) => unknown;
const pay: Backward = (window, gradient) => {
  const winner = window.indexOf(Math.max(...window));
  return window.map((_, at) => (at === winner ? gradient : 0));
};

const blank = () => Array.from({ length: 4 }, () => [0, 0, 0, 0]);
const dot = (row: number, column: number, value = 1) => {
  const image = blank();
  (image[row] as number[])[column] = value;
  return image;
};

const accepted: Accepted = {
  "pooling.1": [...functionForms(pay), pay, (window: number[], gradient: number) => Float32Array.from(pay(window, gradient) as number[])],
  "pooling.2": [...listForms([11, 11, 32], ["height", "width", "channels"]), [11, 11, 32], [null, 11, 11, 32], "11 x 11 x 32", { height: 11, width: 11, channels: 32 }],
  "pooling.3": [...numberForms(8), 8, "8", 8n],
  "pooling.4": [...matrixForms([[2, 1], [2, -2]]), 
    [[2, 1], [2, -2]],
    [Float32Array.of(2, 1), Float32Array.of(2, -2)],
    tensorOf([1, 2, 2, 1], [2, 1, 2, -2]),
    tensorOf([2, 2], [2, 1, 2, -2]),
  ],
  "pooling.5": [...functionForms((image: Rows) => maxPool(image, { size: 2, padding: "same" })), 
    filledWith(Number.NEGATIVE_INFINITY, largest),
    filledWith(-Number.MAX_VALUE, largest),
    (image: Rows) => maxPool(image, { size: 2, padding: "same" }),
  ],
  "pooling.6": [...matrixForms(dot(0, 0)).map((first) => ({ first, second: dot(1, 1) })), 
    { first: dot(0, 0), second: dot(1, 1) },
    { first: dot(2, 3, -7), second: dot(3, 2, -7) },
    { first: tensorOf([4, 4], dot(0, 0).flat()), second: dot(0, 1) },
  ],
}; // biome-ignore format: pairs

const rejected: Rejected = {
  "pooling.1": [
    [((window, gradient) => window.map(() => gradient / 4)) satisfies Backward, /shares the gradient/],
    [((window, gradient) => window.map(() => gradient)) satisfies Backward, /whole gradient/],
    [((window) => window.map((value) => (value === Math.max(...window) ? value : 0))) satisfies Backward, /its own value/],
    [((window) => window.map((value) => (value === Math.max(...window) ? 1 : 0))) satisfies Backward, /switches/],
    [((window, gradient) => window.map((value) => (value === Math.max(...window) ? gradient * value : 0))) satisfies Backward, /slope is 1/],
    [((window, gradient) => window.map((value) => (value === Math.min(...window) ? gradient : 0))) satisfies Backward, /smallest/],
    [((window, gradient) => window.map((value) => (value > 0 && value === Math.max(...window) ? gradient : 0))) satisfies Backward, /ReLU/],
    [() => undefined, /return/],
    [() => [1], /four numbers/],
    [() => [1, 2, 3, 4], /For window \[1, 5, 2, 0\], gradient 3 it returns \[1, 2, 3, 4\]; expected is \[0, 3, 0, 0\]/],
    [[0, 3, 0, 0], /Pass the function itself/],
    ...noFunctions,
  ],
  "pooling.2": [
    [[12, 12, 32], /end outside/],
    [[8, 8, 32], /stride of 3/],
    [[22, 22, 32], /stride of 1/],
    [[10, 10, 32], /before its first step/],
    [[11.5, 11.5, 32], /no half places/],
    [[11, 11], /pooled on its own/],
    [[11, 11, 1], /mixes none/],
    [[32, 11, 11], /order is not/],
    [[11, 11, 16], /as many come out/],
    [[7, 7, 32], /first pixel of each window/],
    [[1, 11, 11, 32], /Leave the batch out/],
    ["soon", /list of numbers/],
    ...noLists,
  ],
  "pooling.3": [
    [1, /instead of moving/],
    [2, /first pooling/],
    [4, /a third/],
    [6, /multiply/],
    [16, /two places/],
    [5, /neighbouring windows/],
    ["x", /one number/],
    ...noNumbers,
  ],
  "pooling.4": [
    [[[2, 1], [2, 0]], /contest with zeros/],
    [[[2, 0], [2, 0]], /reach over the border/],
    [[[2]], /`valid`/],
    [[[2, 2], [2, 2]], /stride of 1/],
    [[[0.25, 0.5], [1, -2]], /means/],
    [[[-1, 0], [0, -2]], /smallest/],
    [[[1, 0], [0, 2]], /before the image/],
    [[[9, 9], [9, 9]], /four windows/],
    [[[1, 2, 3]], /This is 1x3, and 2x2 is asked/],
    [[[1, 2], [3]], /two rows/],
    [2, /two rows/],
    ...noLists,
  ],
  "pooling.5": [
    [filledWith(0, largest), /competes with zeros/],
    [filledWith(0, largest, 1), /other side/],
    [filledWith(Number.NEGATIVE_INFINITY, largest, 1), /wrong side/],
    [(image: Rows) => maxPool(image, { size: 2 }), /`valid`/],
    [(image: Rows) => averagePool(image, { size: 2, padding: "same" }), /means/],
    [filledWith(-1, largest), /-1 loses more often/],
    [filledWith(-1000, largest), /wins against -1500/],
    [(image: Rows) => filledWith(0, largest)(image.map((row) => row.map((value) => Math.max(0, value)))), /below zero/],
    [() => [[1]], /1x1 numbers, and 2x2 are expected/],
    [() => "x", /rows of numbers/],
    [() => undefined, /return/],
    [[[-1, -2], [-7, -8]], /not its result/],
    ...noFunctions,
  ],
  "pooling.6": [
    [{ first: dot(0, 0), second: dot(0, 0) }, /same image/],
    [{ first: dot(0, 0), second: dot(0, 2) }, /Neither/],
    [{ first: dot(0, 0, 2), second: [[2, 1, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0]] }, /means are not/],
    [{ first: dot(0, 0, 2), second: [[1, 1, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0]] }, /maxima are not/],
    [{ first: [[1, 0], [0, 0]], second: [[0, 1], [0, 0]] }, /4x4/],
    [{ first: dot(0, 0) }, /Pass two images/],
    [7, /Pass two images/],
    ...noPairs,
  ],
}; // biome-ignore format: pairs

const solutions: Solutions = {
  "pooling.1": {},
  "pooling.2": { source: "[Math.floor((24 - 3) / 2) + 1, Math.floor((24 - 3) / 2) + 1, 32]" },
  "pooling.3": { source: "2 * 2 * 2" },
  "pooling.4": { source: "[[Math.max(1, -1, -1, 2), Math.max(0, 1)], [Math.max(0, 2), Math.max(-2)]]" },
  "pooling.5": {
    source: `const mended = (map) => {
  const pooled = [];
  for (let top = 0; top < map.length; top += 2) {
    const row = [];
    for (let left = 0; left < map[0].length; left += 2) {
      let most = -Infinity;
      for (let i = 0; i < 2; i++)
        for (let j = 0; j < 2; j++) most = Math.max(most, map[top + i]?.[left + j] ?? -Infinity);
      row.push(most);
    }
    pooled.push(row);
  }
  return pooled;
};`,
  },
  "pooling.6": {},
};

tryLesson("pooling", accepted, rejected, solutions);
