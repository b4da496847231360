import { c3Connections } from "../../../src/networks/models/lenet/connections.js";
import { type Accepted, type Rejected, tryLesson } from "../exercise/tryLesson.js";

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

const accepted: Accepted = {
  "lenet-5.1": [122_304, "122,304", 122_304n],
  "lenet-5.2": [
    (four: number[], w: number, b: number) => squash(add(four) * w + b),
    (four: number[], w: number, b: number) => [squash((add(four) / 4) * 4 * w + b)],
  ],
  "lenet-5.3": [2416, "2,416"],
  "lenet-5.4": [each((x, w) => (x - w) ** 2), (f6: number[], codes: number[][]) => Float32Array.from(each((x, w) => (w - x) ** 2)(f6, codes) as number[])],
  "lenet-5.5": [table, table.map((list) => [...list].reverse()), table.map((list) => Uint8Array.from(list))],
  "lenet-5.6": [eight({ 1: narrow, 2: narrow, 3: narrow }), `\n  ${eight({ 1: narrow, 2: narrow, 3: narrow }).replaceAll("\n", "\n  ")}\n`],
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
    [() => [1, 2, 3], /expected is 1.3/],
  ],
  "lenet-5.5": [
    [broken, /Still 2 of 16 lists.*map 0 8 times, map 1 11 times, map 5 11 times/],
    [withLists({ 0: [0, 1, 3] }), /map 2 9 times/],
    [withLists({ 0: [1, 2, 3], 1: [0, 1, 2] }), /map 0 and 1 read other maps/],
    [withLists({ 0: [0, 1] }), /59 links/],
    [withLists({ 0: [0, 1, 1] }), /names a map twice/],
    [withLists({ 3: [3, 4, 6] }), /from 0 to 5/],
    [table.slice(1), /15 lists/],
    [16, /16 lists/],
  ],
  "lenet-5.6": [
    [eight(), /our 8/],
    [eight({ 1: narrow }), /Too close still. It differs from .*the 5 in 21/],
    [eight({ 1: "#######", 2: "#######", 3: "#######", 6: "#######", 7: "#######", 8: "#######" }), /18 of the 84/],
    [eight().slice(8), /11 lines/],
    [8, /as text/],
  ],
}; // biome-ignore format: pairs

tryLesson("lenet-5", accepted, rejected);
