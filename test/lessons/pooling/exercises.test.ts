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
  "pooling.2": [...listForms([0, 8, 0, 1, 0]), [0, 8, 0, 1, 0], "0, 8, 0, 1, 0", Float32Array.of(0, 8, 0, 1, 0), tensorOf([5], [0, 8, 0, 1, 0])],
  "pooling.3": [...numberForms(8), 8, "8", 8n],
  "pooling.4": [...functionForms((image: Rows) => maxPool(image, { size: 2, padding: "same" })), 
    filledWith(Number.NEGATIVE_INFINITY, largest),
    filledWith(-Number.MAX_VALUE, largest),
    (image: Rows) => maxPool(image, { size: 2, padding: "same" }),
  ],
  "pooling.5": [...matrixForms(dot(0, 0)).map((first) => ({ first, second: dot(1, 1) })), 
    { first: dot(0, 0), second: dot(1, 1) },
    { first: dot(2, 3, -7), second: dot(3, 2, -7) },
    { first: tensorOf([4, 4], dot(0, 0).flat()), second: dot(0, 1) },
    { first: [[0.1, 0.2, 0, 0], [0.3, 0.7, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0]], second: [[0.7, 0.3, 0, 0], [0.2, 0.1, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0]] },
    { first: { dtype: "float32", shape: [4, 4], size: 16, dataSync: () => Float32Array.from(dot(0, 0, 0.1).flat()) }, second: dot(1, 1, 0.1) },
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
    [((window, gradient) => { let [best, at] = [0, 0]; window.forEach((value, place) => { if (value > best) [best, at] = [value, place]; }); return window.map((_, place) => (place === at ? gradient : 0)); }) satisfies Backward, /starts from 0/],
    [((window, gradient) => window.map((value) => (value === Math.max(...window) ? value + gradient : 0))) satisfies Backward, /The place is right/],
    [((window, gradient) => window.map((value) => (value === Math.max(...window) ? gradient : value))) satisfies Backward, /right amount. Move a loser/],
    [((window, gradient) => window.map((_, at) => (at === 0 ? gradient : 0))) satisfies Backward, /Which number would change/],
    [() => undefined, /return/],
    [() => [1], /four numbers/],
    [() => [1, 2, 3, 4], /For window \[1, 5, 2, 0\], gradient 3 it returns \[1, 2, 3, 4\]; expected is \[0, 3, 0, 0\]/],
    [[0, 3, 0, 0], /Pass the function itself/],
    ...noFunctions,
  ],
  "pooling.2": [
    [[0, 5, 0, 1, 0], /overwritten the first/],
    [[0, 3, 0, 1, 0], /paid once/],
    [[0, 4, 0, 1, 0], /means of what the 4 gets/],
    [[0, 2, 0, 1, 0], /how often/],
    [[0, 9, 0, 0, 0], /third window does not hold the 4/],
    [[0, 3, 0, 5, 0], /second window begins/],
    [[0, 3, 0, 0, 0], /stride of 3/],
    [[1, 2.6667, 3, 2, 0.3333], /each window shared out/],
    [[0, 32, 0, 3, 0], /slope is 1/],
    [[3, 5, 1], /Hand each/],
    [[4, 4, 3], /the way forward/],
    [[1, 4, 2, 3, 0], /that went in/],
    [[0, 0, 0, 0, 1], /Take the windows one after the other/],
    [[0, 8, 0, 1], /this is 4/],
    [8, /five/],
    ...noLists,
  ],
  "pooling.3": [
    [1, /instead of moving/],
    [2, /first pooling/],
    [4, /a third/],
    [6, /multiply/],
    [16, /two places/],
    [24, /three places/],
    [32, /four places/],
    [5, /neighbouring windows/],
    ["x", /one number/],
    ...noNumbers,
  ],
  "pooling.4": [
    [filledWith(0, largest), /competes with zeros/],
    [filledWith(0, largest, 1), /other side/],
    [filledWith(Number.NEGATIVE_INFINITY, largest, 1), /wrong side/],
    [(image: Rows) => maxPool(image, { size: 2 }), /`valid`/],
    [(image: Rows) => averagePool(image, { size: 2, padding: "same" }), /means/],
    [filledWith(-1, largest), /-1 loses more often/],
    [filledWith(-1000, largest), /wins against -1500/],
    [filledWith(-99, largest), /The map has no -99\..*what is filled in must lose/],
    [filledWith(-1e9, largest), /The map has no -1000000000\./],
    [(image: Rows) => filledWith(Number.NEGATIVE_INFINITY, largest)(image.map((row) => row.map((value) => value || -Infinity))), /The map has no -Infinity/],
    [(image: Rows) => filledWith(0, largest)(image.map((row) => row.map((value) => Math.max(0, value)))), /below zero/],
    [() => [[1]], /1x1 numbers, and 2x2 are expected/],
    [() => "x", /rows of numbers/],
    [() => undefined, /return/],
    [[[-1, -2], [-7, -8]], /not its result/],
    ...noFunctions,
  ],
  "pooling.5": [
    [{ first: dot(0, 0), second: dot(0, 0) }, /same image/],
    [{ first: dot(0, 0), second: dot(0, 2) }, /Neither/],
    [{ first: dot(0, 0, 2), second: [[2, 1, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0]] }, /means are not/],
    [{ first: dot(0, 0, 2), second: [[1, 1, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0]] }, /maxima are not/],
    // A small number beside a large one moves the mean by less than single precision would tell.
    [{ first: dot(0, 0, 1000), second: [[1000, 0.0005, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0]] }, /means are not/],
    [{ first: dot(0, 0, 1), second: dot(0, 0, 1 + 1e-12) }, /same image/],
    [{ first: [[1, 0], [0, 0]], second: [[0, 1], [0, 0]] }, /4x4/],
    [{ first: dot(0, 0) }, /Pass two images/],
    [7, /Pass two images/],
    ...noPairs,
  ],
}; // biome-ignore format: pairs

const solutions: Solutions = {
  "pooling.1": {},
  "pooling.2": {
    source: `(() => {
  const back = [0, 0, 0, 0, 0];
  [3, 5, 1].forEach((slope, start) => {
    const window = [1, 4, 2, 3, 0].slice(start, start + 3);
    back[start + window.indexOf(Math.max(...window))] += slope;
  });
  return back;
})()`,
  },
  "pooling.3": { source: "2 * 2 * 2" },
  "pooling.4": {
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
  "pooling.5": {},
};

tryLesson("pooling", accepted, rejected, solutions);
