import assert from "node:assert/strict";
import { test } from "node:test";
import { layerTable } from "../../../../src/arithmetic/layers.js";
import {
  efficientNetLite0Blocks,
  efficientNetLite0Layers,
} from "../../../../src/networks/models/efficientnet/blocks.js";
import {
  classesWith,
  classNamed,
  imagenetClasses,
} from "../../../../src/networks/models/efficientnet/imagenet.js";
import { photoInputs } from "../../../../src/networks/models/efficientnet/photoInputs.js";

test("imagenetClasses() lists 1,000 different names in the order of the challenge", () => {
  const names = imagenetClasses();
  assert.equal(names.length, 1000);
  assert.equal(new Set(names).size, 1000);
  // Known places: the first, the last, and three between.
  assert.deepEqual([0, 281, 504, 817, 999].map((index) => names[index]), [
    "tench", "tabby", "coffee mug", "sports car", "toilet tissue",
  ]); // biome-ignore format: one line
});

test("classNamed(name) and classesWith(part) find classes, large or small letters, and help where there is none", () => {
  assert.equal(classNamed(" Tabby"), 281);
  assert.deepEqual(classesWith("HELMET"), ["crash helmet", "football helmet"]);
  assert.deepEqual([classesWith("rocket"), classesWith(" ")], [[], []]);
  assert.throws(
    () => classNamed("helmet"),
    /^RangeError: Cannot find the class "helmet"\. There are crash helmet, football helmet\./,
  );
  assert.throws(() => classNamed("astronaut"), /No name contains it/);
});

test("EfficientNet-Lite0 has the blocks of its paper: 16, from 32 to 320 channels, 4,652,008 parameters with normalisation", () => {
  assert.equal(efficientNetLite0Blocks.length, 16);
  assert.deepEqual(
    efficientNetLite0Blocks.map(({ outputs }) => outputs),
    [16, 24, 24, 40, 40, 80, 80, 80, 112, 112, 112, 192, 192, 192, 192, 320],
  );
  assert.deepEqual(
    efficientNetLite0Blocks.flatMap(({ residual, index }) => (residual ? [index] : [])),
    [2, 4, 6, 7, 9, 10, 12, 13, 14],
  );
  const rows = layerTable({ height: 224, width: 224, channels: 3 }, efficientNetLite0Layers());
  const channels = rows.reduce((sum, { kind, shape }) => sum + (kind === "conv" ? (shape[2] ?? 0) : 0), 0);
  const parameters = rows.reduce((sum, row) => sum + row.parameters, 0) + 2 * channels;
  assert.equal(parameters, 4_652_008);
  assert.deepEqual(rows.at(-3)?.shape, [7, 7, 1280]);
});

test("photoInputs(photographs) takes 127 from each byte and divides by 128; gray becomes three channels", () => {
  const color = {
    height: 1,
    width: 2,
    channels: 3,
    pixels: Uint8Array.of(0, 127, 255, 63, 191, 128),
  } as const;
  const tensor = photoInputs([color, { ...color, channels: 1, pixels: Uint8Array.of(127, 255) }]);
  assert.deepEqual(tensor.shape, [2, 1, 2, 3]);
  assert.deepEqual([...tensor.dataSync()], [-127 / 128, 0, 1, -0.5, 0.5, 1 / 128, 0, 0, 0, 1, 1, 1]);
  tensor.dispose();
  assert.throws(() => photoInputs([]), /^RangeError: Cannot make inputs: there is no photograph/);
  const wider = { ...color, width: 1, pixels: Uint8Array.of(0, 0, 0) };
  assert.throws(() => photoInputs([color, wider]), /photograph 1 is 1 x 1, the first 1 x 2/);
});
