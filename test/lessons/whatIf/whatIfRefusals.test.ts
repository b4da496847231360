import assert from "node:assert/strict";
import { test } from "node:test";
import { whatIfExplorer } from "../../../src/lessons/whatIf/whatIfExplorer.js";
import { disposeModel } from "../../../src/networks/models/disposeModel.js";
import { tf } from "../../../src/networks/tf.js";
import { inkNetwork, twoSquares } from "./gallery.js";

const refusals: readonly [options: object, message: RegExp][] = [
  [{ with: "blue" }, /^RangeError: Cannot ask a network what if with "blue"\. Paint with one of mean, black, white\.$/],
  [{ classIndex: 2 }, /^RangeError: Cannot ask a network what if: classIndex is 2/],
  [{ size: 0 }, /^RangeError: Cannot ask a network what if: size is 0/],
  [{ size: 40 }, /^RangeError: Cannot ask a network what if: size is 40/],
  [{ names: ["a"] }, /^RangeError: Cannot ask a network what if: there are 1 names for 2 classes/],
  [{ names: ["a", "a"] }, /^RangeError: Cannot ask a network what if: two classes are named "a"/],
  [{ colour: "red" }, /^TypeError: Cannot ask a network what if/],
]; // biome-ignore format: a refusal a line

test("whatIfExplorer() refuses by name what it cannot do", () => {
  const network = inkNetwork();
  const before = tf.memory().numTensors;
  for (const [options, message] of refusals)
    assert.throws(() => whatIfExplorer(network, twoSquares, options), message);
  assert.throws(() => whatIfExplorer(network, [[1, 2]]), /^RangeError: Cannot explore a picture of 1x2x1/);
  assert.equal(tf.memory().numTensors, before);
  disposeModel(network);
});

test("whatIfExplorer() refuses a network that ends in maps", () => {
  const model = tf.sequential({ name: "net", layers: [tf.layers.conv2d({ inputShape: [6, 6, 1], filters: 2, kernelSize: 3 })] }); // biome-ignore format: a line
  const picture = Array.from({ length: 6 }, () => [0, 0, 1, 0, 0, 0]);
  assert.throws(
    () => whatIfExplorer(model, picture),
    /^RangeError: Cannot ask net what if: it ends in maps of 4x4, not in one number for each class\. Give a network/,
  );
  disposeModel(model);
});
