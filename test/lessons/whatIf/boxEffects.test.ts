import assert from "node:assert/strict";
import { test } from "node:test";
import { boxEffects } from "../../../src/lessons/whatIf/boxEffects.js";
import { tf } from "../../../src/networks/tf.js";
import { brightnessNetwork } from "./brightnessNetwork.js";
import { whiteCorner } from "./gallery.js";

test("boxEffects() tells what each box does, and that a control does not", () => {
  const network = brightnessNetwork();
  const boxes = {
    corner: { top: 16, left: 16, bottom: 48, right: 48 },
    halves: [{ top: 16, left: 16, bottom: 48, right: 32 }, { top: 16, left: 32, bottom: 48, right: 48 }],
    elsewhere: { top: 48, left: 48, bottom: 80, right: 80 },
  }; // biome-ignore format: boxes in a line
  const rounded = (options: object) =>
    boxEffects(network, whiteCorner, boxes, options).map((row) =>
      Object.values(row).map((value) => (typeof value === "number" ? Number(value.toFixed(3)) || 0 : value)),
    );
  const corner = [2, 0, -2, "goldfish"];
  assert.deepEqual(rounded({}), [["corner", ...corner], ["halves", ...corner], ["elsewhere", 2, 2, 0, "tench"]]); // biome-ignore format: rows
  assert.deepEqual(rounded({ className: "goldfish" })[0], ["corner", 0, 1, 1, "goldfish"]);
  const before = tf.memory().numTensors;
  const refusals: readonly [boxes: object, options: object, message: RegExp][] = [
    [{}, {}, /^RangeError: Cannot tell what painting over does: there is no box/],
    [{ edge: { top: 0, left: 0, bottom: 16, right: 96 } }, {}, /of the box "edge" the network sees nothing\. It sees rows 16 to 79 and columns 16 to 79\.$/],
    [{ out: { top: 0, left: 0, bottom: 97, right: 9 } }, {}, /not one of whole pixels inside 96 x 96/],
    [boxes, { className: "unicorn" }, /^RangeError: Cannot find the class "unicorn"/],
    [boxes, { with: "pink" }, /Cannot paint over a photograph with "pink"/],
    [boxes, { name: "tench" }, /^TypeError: Cannot tell what painting over does/],
  ]; // biome-ignore format: a refusal a line
  for (const [given, options, message] of refusals)
    assert.throws(() => boxEffects(network, whiteCorner, given as never, options), message);
  assert.throws(
    () => boxEffects(network.model as never, whiteCorner, boxes),
    /^TypeError: Cannot .* the network is none for photographs/,
  );
  assert.equal(tf.memory().numTensors, before);
  network.dispose();
});
