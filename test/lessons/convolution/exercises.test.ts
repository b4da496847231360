import { convolve, crossCorrelate } from "../../../src/arithmetic/correlate.js";
import { functionForms, matrixForms, numberForms } from "../exercise/forms.js";
import {
  type Accepted,
  noFunctions,
  noLists,
  noNumbers,
  type Rejected,
  type Solutions,
  tryLesson,
} from "../exercise/tryLesson.js";

type Rows = number[][];
type Rule = (image: Rows, kernel: Rows) => unknown;

/** Written here with four loops, so that the check is not measured against itself. */
const loops =
  (
    term: (sum: number, product: number) => number = (sum, product) => sum + product,
    less = 0,
    weight: (kernel: Rows, i: number, j: number) => number = (kernel, i, j) => kernel[i]?.[j] ?? 0,
  ): Rule =>
  (image, kernel) => {
    const [height, width] = [kernel.length, kernel[0]?.length ?? 0];
    const output: Rows = [];
    for (let row = 0; row + height + less <= image.length; row++) {
      output.push([]);
      for (let column = 0; column + width + less <= (image[0]?.length ?? 0); column++) {
        let sum = 0;
        for (let i = 0; i < height; i++)
          for (let j = 0; j < width; j++)
            sum = term(sum, (image[row + i]?.[column + j] ?? 0) * weight(kernel, i, j));
        output[row]?.push(sum);
      }
    }
    return output;
  };
const right = loops();
const tensorOf = (values: number[], shape: number[]) => ({
  dtype: "float32",
  shape,
  size: values.length,
  dataSync: () => values,
});
const pocket: Rows = [[0, -1, 0], [1, 1, 0], [-1, 1, 0]]; // biome-ignore format: a matrix
const turnedPocket: Rows = [[0, 1, -1], [0, 1, 1], [0, -1, 0]]; // biome-ignore format: a matrix
const rising: Rows = [[-1, -1, 2], [-1, 2, -1], [2, -1, -1]]; // biome-ignore format: a matrix
const toTheRight: Rows = [[0, 0, 0], [1, 0, 0], [0, 0, 0]]; // biome-ignore format: a matrix
const oneAt = (row: number, column: number): Rows =>
  [0, 1, 2].map((i) => [0, 1, 2].map((j) => Number(i === row && j === column)));

const accepted: Accepted = {
  "convolution.1": [...numberForms(-1), -1, "-1", -1n, tensorOf([-1], []), [-1]],
  "convolution.2": [...functionForms((image: Rows, kernel: Rows) => right(image, kernel)), 
    right,
    (image: Rows, kernel: Rows) => (right(image, kernel) as Rows).map((row) => Float32Array.from(row)),
    (image: Rows, kernel: Rows) => crossCorrelate(image, kernel),
  ],
  "convolution.3": [...numberForms(7), 7, "7", "7x7", [7, 7], 7n],
  "convolution.4": [...matrixForms(toTheRight), toTheRight, toTheRight.flat(), tensorOf(toTheRight.flat(), [3, 3])],
  "convolution.5": [...matrixForms(turnedPocket), turnedPocket, turnedPocket.map((row) => Float32Array.from(row)), turnedPocket.flat()],
  "convolution.6": [...matrixForms(rising), 
    rising,
    [[-2, -2, 4], [-2, 4, -2], [4, -2, -2]],
    [[-2, -1, 2], [-1, 1, 0], [2, 0, -1]],
    [[-1, 0, 1], [0, 0, 0], [1, 0, -1]],
  ],
}; // biome-ignore format: matrices

const rejected: Rejected = {
  "convolution.1": [
    [1, /turned round/],
    [3, /A minus was lost/],
    [0, /ReLU would leave/],
    [-2, /under a weight of 1.*bias/],
    [2, /row 3, column 1/],
    [42, /Only three of the pixels/],
    ["soon", /one number/],
    ...noNumbers,
  ],
  "convolution.2": [
    [(image: Rows, kernel: Rows) => convolve(image, kernel), /turned by 180 degrees/],
    [loops(undefined, 1), /missing at the end/],
    [(image: Rows, kernel: Rows) => crossCorrelate(image, kernel, { padding: "same" }), /as large as the image/],
    [(image: Rows, kernel: Rows) => (right(image, kernel) as Rows).map((row) => row.map((v) => Math.max(0, v))), /ReLU/],
    [(image: Rows, kernel: Rows) => { let sum = 0; return (right(image, kernel) as Rows).map((row) => row.map((v) => { sum += v; return sum; })); }, /Set `sum` back to 0/],
    [(image: Rows, kernel: Rows) => { const map = right(image, kernel) as Rows; return (map[0] ?? []).map((_, j) => map.map((row) => row[j])); }, /rows and columns are exchanged/],
    [(image: Rows, kernel: Rows) => right(image, kernel.map((row) => row.slice(0, kernel.length))), /2 high and 3 wide/],
    [loops(undefined, 0, (kernel, i, j) => (kernel[j] as number[])[i] as number), /kernel are read with rows and columns exchanged/],
    [(image: Rows, kernel: Rows) => (right(image, kernel) as Rows).map((row) => row.map(() => (right(image, kernel) as Rows)[0]?.[0])), /never moves/],
    [(image: Rows, kernel: Rows) => image.map((line, row) => line.map((_, column) => kernel.flatMap((w, i) => w.map((v, j) => v * ((image[row + i] as number[])[column + j] as number))).reduce((s, v) => s + v))), /over the edge/],
    [loops(Math.max), /For image .* expected is/],
    [(image: Rows) => right(image, [[1, 0, 0], [0, 0, 0], [0, 0, 0]]), /places|expected|rows of numbers/],
    [(image: Rows, kernel: Rows) => { const out = right(image, kernel); (image[0] as number[])[0] = 99; return out; }, /itself was changed/],
    [() => undefined, /return/],
    [() => "x", /rows of numbers/],
    [(image: Rows, kernel: Rows) => (right(image, kernel) as Rows).flat(), /rows of numbers|numbers; there are/],
    [[[1]], /Pass the function itself/],
    [() => { throw new Error("sum is not defined"); }, /it threw: sum is not defined/],
    ...noFunctions,
  ],
  "convolution.3": [
    [8, /Windows of 3 .* counts one pixel twice/],
    [15, /not multiplied/],
    [5, /larger of the two.* 5x5 sums/],
    [9, /two 5x5/],
    [6, /Follow the sizes/],
    [49, /What is its side/],
    [22, /side of the output/],
    ["large", /one number/],
    ...noNumbers,
  ],
  "convolution.4": [
    [oneAt(1, 2), /to the left: each output pixel/],
    [oneAt(1, 1), /nothing moves/],
    [oneAt(0, 1), /moves the picture down/],
    [oneAt(2, 1), /moves the picture up/],
    [toTheRight.map((row) => row.map((v) => 2 * v)), /place is right, but .* times 2/],
    [oneAt(0, 2), /to the left and down/],
    [oneAt(2, 2), /to the left and up/],
    [oneAt(1, 2).map((row) => row.map((v) => 2 * v)), /and not where it should be/],
    [toTheRight.map((row) => row.map((v) => -v)), /negative/],
    [oneAt(1, 1).map((row) => row.map(() => 0)), /black/],
    [[[1, 0, 0], [1, 0, 0], [1, 0, 0]], /3 weights/],
    [[[-1, 0, 1], [-1, 0, 1], [-1, 0, 1]], /answers to edges/],
    [[[1]], /three rows/],
    ["left", /three rows/],
    ...noLists,
  ],
  "convolution.5": [
    [pocket, /as it was/],
    [pocket.map((row) => [...row].reverse()), /top and bottom change as well/],
    [[...pocket].reverse(), /left and right change as well/],
    [[[0, 1, -1], [-1, 1, 1], [0, 0, 0]], /Rows have become columns: /],
    [pocket.map((row) => row.map((v) => -v)), /Only the signs/],
    [[[-1, 1, 0], [1, 1, -1], [0, 0, 0]], /turned by 90/],
    [[[1, 1, 1], [-1, -1, 0], [0, 0, 0]], /not where they belong/],
    [oneAt(0, 0), /weights themselves/],
    [[1, 2], /three rows/],
    ...noLists,
  ],
  "convolution.6": [
    [[[2, -1, -1], [-1, 2, -1], [-1, -1, 2]], /answers 0 to a stroke rising|also answers/],
    [oneAt(0, 0).map((row) => row.map(() => 1)), /bright all over/],
    [[[0, 0, 1], [0, 1, 0], [1, 0, 0]], /add up to 0/],
    [[[-1, -2, 1], [-2, 8, -2], [1, -2, -1]], /also answers to/],
    [[[1, 0, 2], [0, 2, -2], [2, -2, -3]], /bright on the stroke and above it: that is an edge detector/],
    [[[0, -1, 1], [-1, 0, 0], [1, 0, 0]], /bright on the stroke and below it/],
    [[[-3, -2, 2], [-2, 2, 0], [2, 0, 1]], /bright on the stroke and below it: that is an edge detector/],
    [oneAt(0, 0).map((row) => row.map(() => 0)), /All weights are 0/],
    [rising.map((row) => row.map((v) => -v)), /Weights above 0/],
    [5, /three rows/],
    ...noLists,
  ],
}; // biome-ignore format: matrices and short functions

const solutions: Solutions = {
  "convolution.1": { source: "0 * 0 + 1 * -1 + 0 * 0 + 1 * 1 + 0 * 1 + 0 * 0 + 1 * -1 + 0 * 1 + 0 * 0" },
  "convolution.2": {},
  "convolution.3": { source: "5 - 1 + 3" },
  "convolution.4": {},
  "convolution.5": {},
  "convolution.6": {},
};

tryLesson("convolution", accepted, rejected, solutions);
