import assert from "node:assert/strict";
import { test } from "node:test";
import { imagesFrom } from "../../../src/images/imagesFrom.js";
import { headOnFew } from "../../../src/lessons/backbones-on-photographs/headOnFew.js";
import { brightnessNetwork } from "../whatIf/brightnessNetwork.js";
import { plain } from "./plainPictures.js";

test("headOnFew() keeps some aside, and sets rules without a network beside the head", () => {
  const network = brightnessNetwork();
  const reds = Array.from({ length: 10 }, (_, at) => plain(150 + 10 * at, 0, 0));
  const blues = Array.from({ length: 5 }, (_, at) => plain(0, 0, 150 + 10 * at));
  const labels = [...reds.map(() => 0), ...blues.map(() => 1)];
  const { rows, learned, classes } = headOnFew(
    network,
    imagesFrom([...reds, ...blues], labels, ["red", "blue"]),
  );
  assert.deepEqual([learned, classes], [9, ["red", "blue"]]);
  assert.deepEqual(
    rows.map(({ rule, right, tests }) => [rule, right, tests]),
    [
      ["backbone and your head", 6, 6],
      ["always the commonest class", 4, 6],
      ["one number: difference of neighbours", 4, 6], // nothing differs anywhere: the first class
      ["three numbers: mean colour", 6, 6],
    ],
  );
  const two = imagesFrom([plain(1, 0, 0), plain(0, 0, 1)], [0, 1], ["red", "blue"]);
  assert.throws(
    () => headOnFew(network, two),
    /^RangeError: Cannot train a head on a few photographs: of 2 none is left/,
  );
  assert.throws(
    () => headOnFew(network, two, { share: 1 } as never),
    /^TypeError: Cannot train a head on a few/,
  );
  network.dispose();
});
