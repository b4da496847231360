import assert from "node:assert/strict";
import { test } from "node:test";
import { themedText } from "../../../src/lessons/explorer/themedText.js";

const text = (style: string | string[], fill: object) => ({
  type: "text",
  style,
  encode: { update: { fill, x: { value: 1 } } },
});

test("themedText(spec) takes the ground away, and the colour of guide labels at any depth", () => {
  const black = { value: "black" };
  const spec = {
    background: "white",
    marks: [
      { type: "group", marks: [text(["text", "guide-label"], black)] },
      text("guide-label", black),
      text(["text"], black),
      { type: "rect", encode: { update: { fill: black } } },
    ],
  };
  const before = structuredClone(spec);
  assert.deepEqual(themedText(spec), {
    marks: [
      {
        type: "group",
        marks: [{ ...text(["text", "guide-label"], black), encode: { update: { x: { value: 1 } } } }],
      },
      { ...text("guide-label", black), encode: { update: { x: { value: 1 } } } },
      text(["text"], black),
      { type: "rect", encode: { update: { fill: black } } },
    ],
  });
  assert.deepEqual(spec, before, "the specification itself is left as it was");
});
