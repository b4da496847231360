import { codeOf, digitCodes } from "../../../src/networks/models/lenet/codes.js";
import { c3Connections } from "../../../src/networks/models/lenet/connections.js";
import { functionForms, numberForms, tensorOf } from "../exercise/forms.js";
import {
  type Accepted,
  noFunctions,
  noNumbers,
  type Rejected,
  type Solutions,
  tryLesson,
} from "../exercise/tryLesson.js";

const squash = (activation: number) => 1.7159 * Math.tanh(activation / 1.5);
type Subsample = (four: number[], w: number, b: number) => unknown;
type Distances = (f6: number[], codes: number[][]) => unknown;
const add = (values: number[]) => values.reduce((sum, value) => sum + value, 0);
const each =
  (rule: (x: number, w: number) => number, after = (sum: number) => sum): Distances =>
  (f6, codes) =>
    codes.map((code) => after(add(f6.map((x, at) => rule(x, code[at] ?? 0)))));

const table = c3Connections.map((list) => [...list]);
const withLists = (changes: Record<number, unknown>) => table.map((list, index) => changes[index] ?? list);
const broken = withLists({ 12: [1, 3, 4, 5], 14: [1, 2, 3, 5] });

const loop = "##...##";
const eight = (lines: Record<number, string> = {}) =>
  [".#####.", loop, loop, loop, ".#####.", ".#####.", loop, loop, loop, loop, ".#####.", "......."]
    .map((line, index) => lines[index] ?? line)
    .join("\n");
const narrow = ".##.##.";

const switched = table.map((list) => [0, 1, 2, 3, 4, 5].map((map) => Number(list.includes(map))));
/** The table in the forms that one writes it in. */
const tables = [
  table.map((list) => new Set(list)),
  table.map((list) => list.map(String)),
  table.map((list) => list.join(", ")),
  table.map((list) => `[${list.join(", ")}]`),
  switched,
  switched.map((row) => row.map(Boolean)),
  switched.map((row) => Uint8Array.from(row)),
  tensorOf(switched.flat(), [16, 6]),
  [0, 1, 2, 3, 4, 5].map((map) => switched.map((row) => row[map])),
  new Set(table),
];
const mine = eight({ 1: narrow, 2: narrow, 3: narrow });
const signs = mine.split("\n").map((line) => [...line].map((sign) => (sign === "#" ? 1 : -1)));
/** An 8 in the forms that one writes it in. */
const eights = [
  mine,
  mine.split("\n"),
  `\n${mine}\n\n`,
  mine.replaceAll("#", "█"),
  mine.replaceAll("#", "x"),
  mine.replaceAll(".", "-"),
  signs,
  signs.flat(),
  Float32Array.from(signs.flat()),
  signs.map((row) => row.map((sign) => Number(sign > 0))),
  tensorOf(signs.flat(), [12, 7]),
];

type Rows = number[][];
/** Pieces less holes, told by the corners of every window of 2x2 (Gray 1971), ink touching at corners. */
const eulerOf = (rows: Rows) => {
  const at = (y: number, x: number) => Number((rows[y]?.[x] ?? 0) > 0);
  let quads = 0;
  for (let y = -1; y < rows.length; y++)
    for (let x = -1; x < 7; x++) {
      const window = [at(y, x), at(y, x + 1), at(y + 1, x + 1), at(y + 1, x)];
      const ink = add(window);
      if (ink === 1) quads += 1;
      if (ink === 3) quads -= 1;
      if (ink === 2 && window[0] === window[2]) quads -= 2;
    }
  return quads / 4;
};
/** Whether ink grows from one of its places to all of it. */
const isOnePiece = (rows: Rows) => {
  const ink = rows.flatMap((row, y) => row.flatMap((sign, x) => (sign > 0 ? [[y, x] as const] : [])));
  let reached = ink.slice(0, 1);
  for (let before = 0; before < reached.length; ) {
    before = reached.length;
    reached = ink.filter(([y, x]) =>
      reached.some(([v, u]) => Math.max(Math.abs(y - v), Math.abs(x - u)) <= 1),
    );
  }
  return reached.length === ink.length;
};

const accepted: Accepted = {
  "lenet-5.1": [...numberForms(122_304), 122_304, "122,304", 122_304n],
  "lenet-5.2": [...functionForms((four: number[], w: number, b: number) => squash(add(four) * w + b)), 
    (four: number[], w: number, b: number) => squash(add(four) * w + b),
    (four: number[], w: number, b: number) => [squash((add(four) / 4) * 4 * w + b)],
  ],
  "lenet-5.3": [...numberForms(2416), 2416, "2,416"],
  "lenet-5.4": [...functionForms(each((x, w) => (x - w) ** 2)), each((x, w) => (x - w) ** 2), (f6: number[], codes: number[][]) => Float32Array.from(each((x, w) => (w - x) ** 2)(f6, codes) as number[])],
  "lenet-5.5": [...tables, table, table.map((list) => [...list].reverse()), table.map((list) => Uint8Array.from(list))],
  "lenet-5.6": [...eights, eight({ 1: narrow, 2: narrow, 3: narrow }), `\n  ${eight({ 1: narrow, 2: narrow, 3: narrow }).replaceAll("\n", "\n  ")}\n`],
}; // biome-ignore format: pairs

const rejected: Rejected = {
  "lenet-5.1": [
    [156, /are the parameters/],
    [117_600, /bias/],
    [159_744, /inside the image/],
    [20_384, /six/],
    [4704, /26 connections/],
    [784, /places/],
    [7, /Multiply/],
    ["many", /one number/],
    ...noNumbers,
  ],
  "lenet-5.2": [
    [((four, w, b) => squash((add(four) / 4) * w + b)) satisfies Subsample, /mean/],
    [((four, w, b) => squash(Math.max(...four) * w + b)) satisfies Subsample, /max pooling/],
    [((four, w, b) => add(four) * w + b) satisfies Subsample, /squashing function/],
    [((four, w, b) => Math.tanh(add(four) * w + b)) satisfies Subsample, /plain tanh/],
    [((four, w, b) => 1.7159 * Math.tanh(add(four) * w + b)) satisfies Subsample, /2\/3/],
    [((four, w, b) => squash((add(four) + b) * w)) satisfies Subsample, /before the coefficient/],
    [((four, w, b) => squash(add(four) * w) + b) satisfies Subsample, /after squashing/],
    [((four, w, b) => squash(add(four) * w + 4 * b)) satisfies Subsample, /four times/],
    [((four, w) => squash(add(four) * w)) satisfies Subsample, /bias is missing/],
    [() => undefined, /return/],
    [() => "x", /one number/],
    [() => 1, /expected is 0.78/],
    [0.5, /Pass the function itself/],
    ...noFunctions,
  ],
  "lenet-5.3": [
    [1516, /60 links/],
    [2400, /bias/],
    [2496, /one bias follows/],
    [2406, /16 of them/],
    [416, /would have six/],
    [400, /no bias/],
    [96, /5x5 weights/],
    [900, /missing links/],
    [241_600, /connections/],
    [151, /one map/],
    [7, /whole table/],
    ...noNumbers,
  ],
  "lenet-5.4": [
    [each((x, w) => (x - w) ** 2, Math.sqrt), /root/],
    [each((x, w) => -((x - w) ** 2)), /minus the distance/],
    [each((x, w) => (x - w) ** 2 / 4), /mean/],
    [each((x, w) => Math.abs(x - w)), /not squared/],
    [each((x, w) => x - w, (sum) => sum ** 2), /Square each/],
    [each((x, w) => x * w), /products/],
    [each((x, w) => (x - w) ** 2, (y) => Math.exp(-y)), /Gaussian itself/],
    [() => [1], /3 codes/],
    [() => undefined, /return/],
    [() => [1, 2, 3], /expected is \[1.3, 6.9, 9.7\]/],
    ...noFunctions,
  ],
  "lenet-5.5": [
    [broken, /Still 2 of 16 lists.*map 0 8 times, map 1 11 times, map 5 11 times/],
    [withLists({ 0: [0, 1, 3] }), /map 2 9 times/],
    [withLists({ 0: [1, 2, 3], 1: [0, 1, 2] }), /C3 maps 0 and 1 read other maps/],
    [withLists({ 0: [0, 1] }), /59 links/],
    [withLists({ 0: [0, 1, 1] }), /names a map twice/],
    [withLists({ 3: [3, 4, 6] }), /from 0 to 5/],
    [table.slice(1), /15 lists/],
    [16, /16 lists.*This is 16/],
    [switched.map((row, index) => (index === 3 ? [1, 1, 0, 0, 0, 0] : row)), /59 links/],
    [withLists({ 2: ["two", 3, 4] }), /List 2 must hold numbers/],
    [withLists({ 2: [2, 3.5, 4] }), /List 2 must hold numbers/],
    ["soon", /the text "soon"/],
  ],
  "lenet-5.6": [
    [eight(), /our 8/],
    [eight({ 1: narrow }), /Too close still. It differs from .*the 5 in 21/],
    [eight({ 1: "#######", 2: "#######", 3: "#######", 6: "#######", 7: "#######", 8: "#######" }), /18 of the 84/],
    [eight().slice(8), /11 lines/],
    [8, /as text.*This is 8/],
    [eight({ 1: "##..###", 2: narrow, 3: narrow }), /no 8 any more|Too close/],
    [eight({ 1: ".#####.", 2: ".#####.", 3: ".#####." }), /no 8 any more: an 8 encloses two fields of paper, and this drawing encloses 1/],
    [eight({ 6: "##....#", 7: ".......", 8: "##...##" }), /its ink falls into|no 8 any more/],
    [eight({ 0: "#.#.#.#", 11: "#.#.#.#" }), /no 8 any more|its ink falls/],
    [eight({ 1: "##.#.##", 2: "##.#.##", 3: "##.#.##" }), /no 8 any more: an 8 encloses two fields/],
    [eight({ 5: ".##.##." }), /encloses 2|Too close|no 8/],
    [signs.map((row) => row.map((sign) => 3 * sign)), /numbers in 12 x 7/],
    [signs.slice(1), /numbers in 11 x 7/],
  ],
}; // biome-ignore format: pairs

const solutions: Solutions = {
  "lenet-5.1": { source: "28 * 28 * 6 * (5 * 5 + 1)" },
  "lenet-5.2": {},
  "lenet-5.3": { source: "6 * 16 * 25 + 16" },
  "lenet-5.4": {
    equivalent: { "3:41 x - code[index]! -> ((code[index]!) - (x))": "a square forgets the sign" },
  },
  "lenet-5.5": { source: JSON.stringify(table) },
  "lenet-5.6": {
    source: JSON.stringify(signs.map((row) => row.map((sign) => Number(sign > 0)))),
    oracle: (rows: Rows) => {
      const bits = rows.flat().map((sign) => Number(sign > 0));
      const distance = (digit: number) =>
        codeOf(digitCodes[digit] ?? "").filter((sign, at) => Number(sign > 0) !== bits[at]).length;
      const far = digitCodes.every((_, digit) => digit === 8 || distance(digit) >= 24);
      return (
        rows.flat().every((sign) => [-1, 0, 1].includes(sign)) &&
        far &&
        distance(8) <= 16 &&
        eulerOf(rows) === -1 &&
        isOnePiece(rows)
      );
    },
  },
};

tryLesson("lenet-5", accepted, rejected, solutions);
