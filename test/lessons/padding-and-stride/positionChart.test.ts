import assert from "node:assert/strict";
import { test } from "node:test";
import { positionChart } from "../../../src/lessons/padding-and-stride/positionChart.js";

test("positionChart() draws both arms and always the middle, from the border to the middle", async () => {
  const { description } = await positionChart();
  assert.match(description, /72 points/);
  assert.match(description, /always the middle: 23\.5 at 0 … 0\.5 at 23/);
  assert.match(description, /wrapped around: 23\.5 at 0 … 0\.5 at 23/);
  assert.match(description, /zeros around: 1\.77 at 0 … 1\.48 at 23/);
});
