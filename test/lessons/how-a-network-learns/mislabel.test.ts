import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { digitsFrom } from "../../../src/images/digits/digits.js";
import { mislabel } from "../../../src/lessons/how-a-network-learns/mislabel.js";

const count = 5_000;
const images = Array.from({ length: count }, (_, index) => [[index % 256]]);
const digits = digitsFrom(
  images,
  images.map((_, index) => index % 10),
);
const wrong = (labels: ArrayLike<number>) =>
  Array.from(labels, (_, index) => index).filter((index) => labels[index] !== digits.labels[index]);

describe("mislabel", () => {
  it("mislabel makes the given share of labels wrong, leaves the images, and changes nothing that it was given", () => {
    const { labels, pixels } = mislabel(digits, { share: 0.2, seed: 1 });
    assert.ok(Math.abs(wrong(labels).length / count - 0.2) < 0.02, `${wrong(labels).length}`);
    assert.deepEqual(pixels, digits.pixels);
    assert.deepEqual(wrong(digits.labels), []);
  });

  it("mislabel draws all other nine classes alike, and never the right one", () => {
    const { labels } = mislabel(digits, { share: 1, seed: 2 });
    assert.equal(wrong(labels).length, count);
    const byStep = new Array<number>(10).fill(0);
    for (const [index, label] of labels.entries())
      (byStep as number[])[(label - (index % 10) + 10) % 10] =
        (byStep[(label - (index % 10) + 10) % 10] ?? 0) + 1;
    for (const step of byStep.slice(1)) assert.ok(Math.abs(step / count - 1 / 9) < 0.02, String(byStep));
  });

  it("mislabel follows its seed, and a share of 0 leaves every label", () => {
    const by = (seed: number) => wrong(mislabel(digits, { share: 0.1, seed }).labels);
    assert.deepEqual(by(3), by(3));
    assert.notDeepEqual(by(3), by(4));
    assert.deepEqual(wrong(mislabel(digits, { share: 0, seed: 3 }).labels), []);
  });

  it("mislabel refuses what is no share, and options of another name", () => {
    for (const share of [-0.1, 1.1, Number.NaN])
      assert.throws(() => mislabel(digits, { share, seed: 1 }), { name: "RangeError", message: /share is/ });
    assert.throws(() => mislabel(digits, { part: 1, seed: 1 } as never), {
      name: "TypeError",
      message: /no option part/,
    });
  });
});
