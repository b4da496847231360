import assert from "node:assert/strict";
import { test } from "node:test";
import { Painting, packed, unpacked } from "../../../lab/controls/painting.js";

const paper = () => new Painting(5, 7, new Uint8Array(35));
const at = ({ pixels }: Painting, row: number, column: number) => pixels[7 * row + column];

test("a stroke is full in its middle and fades over a pixel; a wider one reaches further", () => {
  const thin = paper();
  thin.strokeWidth = 1;
  thin.stroke(3, 1, 3, 3);
  assert.deepEqual([at(thin, 2, 3), Math.round((at(thin, 2, 4) ?? 0) / 10), at(thin, 2, 5)], [255, 8, 0]);
  const wide = paper();
  wide.strokeWidth = 3;
  wide.stroke(3, 1, 3, 3);
  assert.deepEqual([at(wide, 2, 4), Math.round((at(wide, 2, 5) ?? 0) / 10)], [255, 8]);
});

test("a fast hand leaves no gaps, and a dot is a dot", () => {
  const line = paper();
  line.stroke(0, 0, 6, 4);
  for (const [row, column] of [[0, 0], [2, 3], [4, 6]] as const) assert.equal(at(line, row, column), 255); // biome-ignore format: one line
  const dot = paper();
  dot.strokeWidth = 1;
  dot.stroke(3, 2, 3, 2);
  assert.equal(at(dot, 2, 3), 255);
});

test("the eraser takes away what it touches, and undo brings it back, act by act", () => {
  const painting = paper();
  painting.begin();
  painting.stroke(0, 2, 6, 2);
  const painted = [...painting.pixels];
  painting.begin();
  painting.tool = "erases";
  painting.stroke(3, 2, 3, 2);
  assert.equal(at(painting, 2, 3), 0);
  painting.clear();
  assert.ok(painting.pixels.every((pixel) => pixel === 0));
  painting.undo();
  painting.undo();
  assert.deepEqual([...painting.pixels], painted);
  painting.undo();
  assert.ok(painting.pixels.every((pixel) => pixel === 0));
  assert.equal(painting.canUndo, false);
  painting.undo();
});

test("unpacked(packed(pixels)) are the pixels", () => {
  const all = Uint8Array.from({ length: 256 }, (_, value) => value);
  assert.deepEqual(unpacked(packed(all)), all);
});
