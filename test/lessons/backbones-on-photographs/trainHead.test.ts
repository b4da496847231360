import assert from "node:assert/strict";
import { test } from "node:test";
import { meansOf } from "../../../src/lessons/backbones-on-photographs/meansOf.js";
import { trainHead } from "../../../src/lessons/backbones-on-photographs/trainHead.js";
import { tf } from "../../../src/networks/tf.js";
import { brightnessNetwork } from "../whatIf/brightnessNetwork.js";
import { plain } from "./plainPictures.js";

const [red, green, blue] = [plain(255, 0, 0), plain(0, 255, 0), plain(0, 0, 255)];

test("trainHead() learns its classes, its maps add up to its logits, and nothing is left behind", () => {
  const network = brightnessNetwork();
  const before = tf.memory().numTensors;
  const head = trainHead(network, [red, green, blue], [2, 0, 1]);
  assert.deepEqual([red, green, blue].map((each) => head.ask(each).label), [2, 0, 1]); // biome-ignore format: one line
  const { logits, maps, probabilities, seen } = head.ask(plain(200, 100, 30));
  for (const [at, map] of maps.entries()) {
    const places = map.flat();
    const middle = places.reduce((sum, value) => sum + value, 0) / places.length;
    assert.ok(Math.abs(middle + (head.biases[at] as number) - (logits[at] as number)) < 1e-5);
  }
  const sum = (numbers: readonly number[]) => numbers.reduce((total, value) => total + value, 0);
  assert.ok(Math.abs(sum(probabilities) - 1) < 1e-6);
  assert.ok(Math.abs(sum(logits)) < 1e-4, "what all classes share is taken away");
  assert.equal(seen.height, network.side);
  assert.equal(tf.memory().numTensors, before);
  network.dispose();
});

test("trainHead() says each place's class: half red, half blue", () => {
  const network = brightnessNetwork();
  const halves = plain(255, 0, 0);
  for (let at = 0; at < halves.pixels.length; at++) {
    if (Math.floor(at / 3) % 96 >= 48) halves.pixels[at] = at % 3 === 2 ? 255 : 0;
  }
  const [[[left = 0, right = 0] = []] = []] = trainHead(network, [red, blue], [0, 1]).ask(halves).maps;
  assert.ok(left > 0 && right < 0, `${left}, ${right}`);
  network.dispose();
});

test("trainHead() and meansOf() refuse what does not fit", () => {
  const network = brightnessNetwork();
  assert.throws(() => trainHead(network, [], []), /^RangeError: Cannot train a head/);
  assert.throws(() => trainHead(network, [red, blue], [0]), /^RangeError: Cannot train a head/);
  assert.throws(
    () => trainHead(network, [red], [0], { names: 1 } as never),
    /^TypeError: Cannot train a head/,
  );
  assert.throws(() => meansOf(network, []), /^RangeError: Cannot make inputs/);
  const small = { height: 64, width: 64, channels: 1, pixels: new Uint8Array(64 * 64).fill(255) } as const;
  const rows = meansOf(
    network,
    Array.from({ length: 11 }, () => small),
  );
  assert.deepEqual([rows.length, Array.from(rows[10] ?? [])], [11, [1, 1, 1]]);
  network.dispose();
});
