import { functionForms, listForms, matrixForms, numberForms } from "../exercise/forms.js";
import {
  type Accepted,
  noFunctions,
  noLists,
  noNumbers,
  type Rejected,
  type Solutions,
  tryLesson,
} from "../exercise/tryLesson.js";

type Rows = readonly (readonly number[])[];

/** The share of columns without a number above zero, written apart from the exercise. */
const share = (rows: Rows) => {
  const answered = new Set<number>();
  for (const row of rows) for (const [unit, value] of row.entries()) if (value > 0) answered.add(unit);
  const units = rows[0]?.length ?? 0;
  return (units - answered.size) / units;
};
const flat = (rows: Rows) => rows.flat();
const silentIn = (rows: Rows) => (rows[0]?.length ?? 0) * share(rows);

const accepted: Accepted = {
  "what-you-can-do-now.1": numberForms(2),
  "what-you-can-do-now.2": listForms([15, 15, 32], ["height", "width", "channels"]),
  "what-you-can-do-now.3": [...numberForms(12), "12x12", [12, 12]],
  "what-you-can-do-now.4": numberForms(460_960),
  "what-you-can-do-now.5": numberForms(32),
  "what-you-can-do-now.6": listForms([0.25, -0.75, 0.5]),
  "what-you-can-do-now.7": functionForms(share),
  "what-you-can-do-now.8": [...listForms([0.845, 1.455], ["low", "high"]), [0.85, 1.45], [0.8453, 1.4547], "0.85 to 1.45"],
  "what-you-can-do-now.9": matrixForms([[1, -6], [0, 1]]),
  "what-you-can-do-now.10": numberForms(3.1),
}; // biome-ignore format: pairs

const rejected: Rejected = {
  "what-you-can-do-now.1": [[-2, /bias is missing/], [6, /A filter has one/], [4, /ReLU sees their sum/], [0, /second channel and the bias/], [8, /minus was lost/], [12, /turned round/], [13, /weights are missing/], [7, /Eight products/], ...noNumbers],
  "what-you-can-do-now.2": [
    [[16, 16, 32], /valid/],
    [[14, 14, 32], /same/],
    [[30, 30, 32], /in front of the second pooling/],
    [[32, 32, 16], /behind the first pooling/],
    [[15, 15, 16], /last convolution/],
    [[15, 15, 3], /not those of the photograph/],
    [[15, 15, 512], /do not multiply/],
    [[32, 15, 15], /channels come last/],
    [[62, 62, 32], /Both poolings are missing/],
    [[9, 9, 32], /Go layer by layer/],
    [[15, 15], /this is 2/],
    ["soon", /"soon"/],
    [() => [1], /a function/],
  ],
  "what-you-can-do-now.3": [[10, /joins two of them/], [11, /two pixels apart/], [8, /do not simply add up/], [7, /poolings are missing/], [9, /two pixels long/], [14, /four is the step/], [6, /Two layers follow/], [5, /Three layers follow/], [4, /step from one number/], [64, /behind Flatten/], [3, /Begin with 5/], ["x", /side of the square/], ...noNumbers.slice(0, 3)],
  "what-you-can-do-now.4": [[460_765, /195/], [461_059, /what goes/], [460_963, /three biases/], [460_896, /bias for each unit/], [460_957, /old last layer/], [460_864, /dense layer alone/], [460_800, /Those are the weights/], [466_915, /whole network/], [5_955, /new network/], [99, /new layer/], [1, /Count what goes/], ...noNumbers],
  "what-you-can-do-now.5": [[0, /plain average/], [16, /half of it/], [2, /each of the 16/], [80, /share one coefficient/], [64, /share one coefficient/], [1_040, /not mixed/], [1_024, /places of one map/], [32_768, /share its two/], [12, /S2/], [6, /sixteen/], [33, /coefficient and a bias of its own/], ...noNumbers],
  "what-you-can-do-now.6": [
    [[0.25, 0.25, 0.5], /Those are the probabilities/],
    [[-0.25, 0.75, -0.5], /turned round/],
    [[0.25, 0.25, -0.5], /favourite/],
    [[-0.75, 0.25, 0.5], /index 1/],
    [[0, -0.75, 0], /other two/],
    [[0, -1, Math.LN2], /Softmax first/],
    [[0.3333, -0.6667, 0.3333], /three equal logits/],
    [[0.25, 0.75, 0.5], /below zero/],
    [[0, -1.3863, 0], /The loss/],
    [[0.1, 0.2, 0.3], /Powers of e/],
    [[0.25, -0.75], /this is 2/],
    ...noLists,
  ],
  "what-you-can-do-now.7": [
    [silentIn, /divide by how many units/],
    [(rows: Rows) => flat(rows).filter((value) => value <= 0).length / flat(rows).length, /share of all numbers/],
    [(rows: Rows) => (rows[0] ?? []).filter((_, unit) => rows.some((row) => (row[unit] ?? 0) <= 0)).length / (rows[0]?.length ?? 1), /silent for some photograph/],
    [(rows: Rows) => rows.filter((row) => row.every((value) => value <= 0)).length / rows.length, /photographs that no unit answers/],
    [(rows: Rows) => rows.filter((row) => row.some((value) => value <= 0)).length / rows.length, /A unit is a column/],
    [(rows: Rows) => 1 - share(rows), /share that answers/],
    [(rows: Rows) => silentIn(rows) / rows.length, /not by that of photographs/],
    [(rows: Rows) => silentIn(rows) / flat(rows).length, /not by how many numbers/],
    [(rows: Rows) => 100 * share(rows), /in percent/],
    [() => 0.25, /For activations .* it returns 0\.25/],
    ...noFunctions,
  ],
  "what-you-can-do-now.8": [
    [[1, 1.4], /least and the greatest/],
    [[0.9585, 1.3415], /many seeds/],
    [[1.054, 1.246], /one standard error/],
    [[0.5406, 1.7594], /root of 4/],
    [[0.9977, 1.3023], /not by the number/],
    [[-1.455, -0.845], /second row/],
    [[-0.305, 0.305], /The middle is the mean/],
    [[0.738, 1.562], /three seeds/],
    [[-0.9755, 3.2755], /Subtract first/],
    [[1.455, 0.845], /lower end comes first/],
    [[1.15, 0.305], /Give both ends/],
    [[1.1, 1.2], /The middle is right/],
    [[0, 5], /seed by seed/],
    [[0.845, Number.NaN], /NaN/],
    [[1, 2, 3], /two ends/],
    ["soon", /"soon"/],
  ],
  "what-you-can-do-now.9": [
    [[[2, -3], [3, 2]], /map of the first species/],
    [[[1, 3], [3, 1]], /map of the second/],
    [[[-1, 6], [0, -1]], /second less the first/],
    [[[3, 0], [6, 3]], /were added/],
    [[[1, 0], [0, 1]], /below zero/],
    [[[1, 6], [0, 1]], /lost its sign/],
    [[[1, 0], [-6, 1]], /Rows and columns/],
    [[[0.25, -1.5], [0, 0.25]], /divided by the number of places/],
    [[[0, 0], [0, 0]], /The weights differ/],
    [[[1, -6, 0], [0, 1, 0]], /2x3/],
    ["soon", /"soon"/],
    [() => [1], /a function/],
  ],
  "what-you-can-do-now.10": [[3.3, /Some falls wherever/], [0.2, /a patch does anywhere/], [3.5, /not added/], [2.7, /strongest/], [3.6, /weakest/], [2.98, /counts with its sign/], [3.04, /with its sign/], [2.975, /belongs to the mean/], [-3.1, /above zero/], [2.8, /How far has it fallen/], [3, /logit that is left/], [9, /Two differences/], ...noNumbers],
}; // biome-ignore format: pairs

const solutions: Solutions = {
  "what-you-can-do-now.1": { source: "(1 * 1 + 0 * 2 - 1 * 1) + (1 * 1 - 3 * 1) + 4" , equivalent: {} },
  "what-you-can-do-now.2": {},
  "what-you-can-do-now.3": { source: "5 + 1 + 2 * 2 + 1 * 2", equivalent: {} },
  "what-you-can-do-now.4": { source: "15 * 15 * 32 * 64 + 64 + 64 * 3 + 3 - (32 * 3 + 3)" },
  "what-you-can-do-now.5": { source: "16 * (1 + 1)" },
  "what-you-can-do-now.6": {},
  "what-you-can-do-now.7": {},
  "what-you-can-do-now.8": { source: "[1.15 - (3.18 * 0.191) / 2, 1.15 + (3.18 * 0.191) / 2]" },
  "what-you-can-do-now.9": {},
  "what-you-can-do-now.10": { source: "6.3 - 3 - (0.2 - 0.3 + 0.4 + 0.1 + 0.6) / 5" },
}; // biome-ignore format: pairs

tryLesson("what-you-can-do-now", accepted, rejected, solutions, [10, 10]);
