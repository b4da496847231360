import assert from "node:assert/strict";
import { test } from "node:test";
import { layerTableFigure } from "../../../src/charts/figures/layers.js";

const layers = [
  {
    kind: "conv",
    shape: [24, 24, 32],
    parameters: 832,
    multiplyAdds: 460800,
    receptiveField: { rows: 5, columns: 5 },
  },
  {
    kind: "dense",
    shape: [10],
    parameters: 650,
    multiplyAdds: 640,
    receptiveField: { rows: 28, columns: 28 },
  },
];

test("layerTableFigure(layers) adds up parameters and multiply-adds", () => {
  const { description } = layerTableFigure(layers);
  assert.match(description, /total +1,482 +461,440/);
  assert.doesNotMatch(description, /TensorFlow/);
});

test("layerTableFigure(layers, { confirmed }) ticks what agrees and names what differs", () => {
  const confirmed = [
    { shape: [null, 24, 24, 32], parameters: 832 },
    { shape: [null, 10], parameters: 650 },
  ];
  const agreed = layerTableFigure(layers, { confirmed }).description;
  assert.equal(agreed.match(/✓/g)?.length, 3);
  assert.doesNotMatch(agreed, /✗/);
  const other = layerTableFigure(layers, {
    confirmed: [{ shape: [null, 28, 28, 32], parameters: 800 }, confirmed[1] as never],
  });
  assert.match(other.description, /✗ shape and parameters/);
  assert.match(other.description.split("\n").at(-1) ?? "", /✗$/);
});
