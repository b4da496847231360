import assert from "node:assert/strict";
import { test } from "node:test";
import { Painting } from "../../../lab/controls/painting.js";
import { Pen } from "../../../lab/controls/pen.js";

function penOn(height = 5, width = 5) {
  const painting = new Painting(height, width, new Uint8Array(height * width));
  painting.strokeWidth = 1;
  return { painting, pen: new Pen(painting) };
}

const full = ({ pixels }: Painting) => [...pixels.keys()].filter((at) => pixels[at] === 255);

test("arrows lead the pen, and it paints where it is down", () => {
  const { painting, pen } = penOn();
  assert.equal(pen.press("ArrowUp", false), "moved");
  assert.deepEqual(full(painting), []);
  assert.equal(pen.press(" ", false), "painted");
  assert.equal(pen.press("ArrowRight", false), "painted");
  assert.deepEqual(full(painting), [7, 8]);
  assert.equal(pen.press(" ", false), "moved");
  assert.equal(pen.press("ArrowRight", false), "moved");
  assert.equal(pen.words, "The pencil paints, width 1; pen up at row 1, column 4");
  for (let times = 0; times < 9; times++) pen.press("ArrowRight", false);
  assert.equal(pen.column, 4);
});

test("letters choose the tool and the width, and take back", () => {
  const { painting, pen } = penOn();
  pen.press(" ", false);
  assert.equal(pen.press("u", false), "painted");
  assert.deepEqual(full(painting), []);
  pen.press("e", false);
  assert.equal(painting.tool, "erases");
  pen.press("3", false);
  assert.equal(painting.strokeWidth, 3);
  painting.clear();
  assert.equal(pen.press("z", true), "painted");
  assert.equal(pen.press("Delete", false), "painted");
});

test("keys that mean nothing here go on to the page", () => {
  const { pen } = penOn();
  for (const [
    key,
    isControl,
  ] of [["s", true], ["Tab", false], ["Escape", false], ["F1", false], ["4", false]] as const) // biome-ignore format: one line
    assert.equal(pen.press(key, isControl), undefined, key);
});

test("the pen goes on from where a pointer has painted, inside the paper", () => {
  const { pen } = penOn();
  pen.follow(3.4, -2);
  assert.deepEqual([pen.row, pen.column], [0, 3]);
});
