import assert from "node:assert/strict";
import { test } from "node:test";
import { listsMeant, numbersMeant } from "../../../../src/lessons/exercise/answers/texts.js";

test("numbersMeant(text) reads numbers as people write them, the likeliest first", () => {
  const cases: [text: string, meant: number[]][] = [
    ["51264", [51264]],
    ["51,264", [51264, 51.264]],
    ["51 264", [51264]],
    ["51_264", [51264]],
    ["51'264", [51264]],
    ["51\u00a0264", [51264]],
    ["1 234 567,5", [1234567.5]],
    ["1.234,5", [1234.5]],
    ["1,234.5", [1234.5]],
    ["1.234.567", [1234567]],
    ["63.600", [63.6, 63600]],
    ["4,5", [4.5]],
    ["4.5", [4.5]],
    ["0,010", [0.01]],
    ["-0,22", [-0.22]],
    ["\u22122/9", [-2 / 9]],
    ["1/255", [1 / 255]],
    [" 3 / 2 ", [1.5]],
    ["= 7", [7]],
    ["+ 7", [7]],
    ["1e-3", [0.001]],
    [".5", [0.5]],
    ["5.", [5]],
  ];
  for (const [text, meant] of cases) assert.deepEqual(numbersMeant(text), meant, text);
});

test("numbersMeant(text) reads nothing into what is no number", () => {
  const texts = [
    "",
    " ",
    "soon",
    "1 2",
    "1,2,3",
    "1/2/3",
    "--1",
    "NaN",
    "Infinity",
    "0x",
    "7 pixels",
    "1,,2",
    ".",
  ];
  for (const text of texts) assert.deepEqual(numbersMeant(text), [], JSON.stringify(text));
});

test("listsMeant(text) reads lists and rows", () => {
  const cases: [text: string, meant: unknown][] = [
    ["24 x 24 x 32", [24, 24, 32]],
    ["16x16", [16, 16]],
    ["24×24×32", [24, 24, 32]],
    ["5 by 7", [5, 7]],
    ["8 and -2", [8, -2]],
    ["8, -2", [8, -2]],
    ["8, \u22122", [8, -2]],
    ["[8, \u22122]", [8, -2]],
    ["8,-2", [8, -2]],
    ["1,5, 2,5", [1.5, 2.5]],
    ["24 24 32", [24, 24, 32]],
    ["(24, 24, 32)", [24, 24, 32]],
    ["[24, 24, 32]", [24, 24, 32]],
    ["[[1, 2], [3, 4]]", [[1, 2], [3, 4]]],
    ["[24 24 32]", [24, 24, 32]],
    ["1 0\n0 1", [[1, 0], [0, 1]]],
    ["1, 0; 0, 1", [[1, 0], [0, 1]]],
    ["\n 0 1 \n 1 1 \n", [[0, 1], [1, 1]]],
    ["1 -6 / 0 1", [[1, -6], [0, 1]]],
    ["1, 2 / 3, 4", [[1, 2], [3, 4]]],
    ["1/4, -3/4, 1/2", [0.25, -0.75, 0.5]],
  ]; // biome-ignore format: pairs
  for (const [text, meant] of cases) assert.deepEqual(listsMeant(text), meant, text);
  for (const text of ["soon", "1 and some", "[1, x]", "one by one", "1 / 2, 3 / 4", "1 2 /"])
    assert.equal(listsMeant(text), undefined, text);
});
