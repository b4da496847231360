import assert from "node:assert/strict";
import { test } from "node:test";
import { diverging, gray, hex, sequential } from "../../src/charts/color.js";

test("colour maps begin and end where they should and hold their ends outside", () => {
  const cases = [
    [sequential, 0, "#440154"],
    [sequential, 1, "#fde725"],
    [sequential, -3, "#440154"],
    [sequential, 7, "#fde725"],
    [diverging, 0.5, "#ffffff"],
    [diverging, 0, "#053061"],
    [diverging, 1, "#67001f"],
    [gray, 0.5, "#808080"],
  ] as const;
  for (const [map, value, color] of cases) assert.equal(hex(map(value)), color);
});

test("sequential(value) grows brighter all the way", () => {
  const brightness = (value: number) => {
    const [red, green, blue] = sequential(value);
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  for (let step = 1; step <= 50; step++)
    assert.ok(brightness(step / 50) > brightness((step - 1) / 50), `${step}`);
});
