import assert from "node:assert/strict";
import { after, test } from "node:test";
import { shippedPart } from "../../../src/images/digits/mnistSource.browser.js";
import { showDownloads } from "../../../src/platform/download.js";
import { fakeSite } from "../../platform/fakeSite.js";

// The twin for browsers: digits in files of three images of 2x1 pixels.
const site = fakeSite();
after(() => site.end());
const files = [0, 3, 6, 9, 12].map((first) => {
  const images = Math.min(3, 14 - first);
  const pixels = Array.from({ length: images * 2 }, (_, index) => 2 * first + index);
  const labels = Array.from({ length: images }, (_, index) => first + index);
  return { images, ...site.add(`digits/train-${first}.bin`, Uint8Array.from([...pixels, ...labels]), true) };
});
const train = { count: 14, height: 2, width: 1, files };
site.list({ digits: { train, t10k: { ...train, count: 0, files: [] } }, optional: {} });

test("shippedPart(part, most) puts the files together and fetches only those that are needed", async () => {
  const all = await shippedPart("train");
  assert.deepEqual(
    all.labels,
    Uint8Array.from({ length: 14 }, (_, index) => index),
  );
  assert.deepEqual(
    all.pixels,
    Uint8Array.from({ length: 28 }, (_, index) => index),
  );
  assert.deepEqual([all.count, all.height, all.width, all.channels], [14, 2, 1, 1]);
  site.asked.length = 0;
  const some = await shippedPart("train", 4);
  assert.deepEqual([some.count, ...some.labels], [14, 0, 1, 2, 3]);
  assert.deepEqual(
    some.pixels,
    Uint8Array.from({ length: 8 }, (_, index) => index),
  );
  assert.deepEqual(site.asked, ["digits/train-0.bin", "digits/train-3.bin"]);
  assert.deepEqual((await shippedPart("train", 0)).labels, new Uint8Array(0));
  assert.equal((await shippedPart("t10k")).count, 0);
});

test("shippedPart(part) tells how far it is, ends its bar also when a file is damaged, and says which", async () => {
  const heard: number[] = [];
  let ended = 0;
  showDownloads((_, bytes) => ({
    update: (done) => void heard.push(done / bytes),
    done: () => void ended++,
  }));
  await shippedPart("train");
  assert.equal(heard.at(-1), 1);
  site.files.set("digits/train-3.bin", Uint8Array.of(1, 2, 3));
  await assert.rejects(shippedPart("train"), /^Error: Cannot use data\/digits\/train-3\.bin/);
  assert.equal(ended, 2);
});
