import assert from "node:assert/strict";
import { test } from "node:test";
import { holesIn, piecesOf } from "../../../../src/lessons/exercise/checks/loops.js";

const inkOf = (drawing: string) =>
  drawing
    .trim()
    .split("\n")
    .map((line) => [...line.trim()].map((sign) => sign === "#"));

test("piecesOf and holesIn count strokes and the fields that they enclose", () => {
  const cases: [drawing: string, pieces: number, holes: number][] = [
    ["###\n#.#\n###", 1, 1],
    ["###\n#.#\n###\n#.#\n###", 1, 2],
    ["#####\n#.#.#\n#####", 1, 2],
    ["###\n#..\n###", 1, 0],
    [".#.\n#.#\n.#.", 1, 1],
    ["#.#\n...\n#.#", 4, 0],
    ["####\n#..#\n####\n#...\n####", 1, 1],
    ["...\n...", 0, 0],
    ["#####\n#...#\n#.#.#\n#...#\n#####", 2, 1],
  ];
  for (const [drawing, pieces, holes] of cases) {
    assert.equal(piecesOf(inkOf(drawing)), pieces, drawing);
    assert.equal(holesIn(inkOf(drawing)).length, holes, drawing);
  }
});
