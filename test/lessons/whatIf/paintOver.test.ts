import assert from "node:assert/strict";
import { test } from "node:test";
import type { PixelImage } from "../../../src/arithmetic/pixelImage.js";
import { seeded } from "../../../src/arithmetic/random.js";
import { paintOver } from "../../../src/lessons/whatIf/paintOver.js";

const drawn = (height: number, width: number, channels: 1 | 3 | 4, seed = 1): PixelImage => {
  const random = seeded(seed);
  const pixels = Uint8Array.from({ length: height * width * channels }, () => 256 * random());
  return { height, width, channels, pixels };
};
const inside = (row: number, column: number, { top, left, bottom, right }: typeof box) =>
  row >= top && row < bottom && column >= left && column < right;
const box = { top: 2, left: 1, bottom: 5, right: 7 };
const other = { top: 8, left: 8, bottom: 9, right: 10 };

for (const channels of [1, 3, 4] as const) {
  test(`paintOver() paints gray or the mean colour, and leaves the rest, of ${channels} channels`, () => {
    const image = drawn(9, 10, channels);
    const kept = Uint8Array.from(image.pixels);
    const mean = Array.from({ length: channels }, (_, channel) => {
      const values = [...image.pixels].filter((_, at) => at % channels === channel);
      return Math.round(values.reduce((sum, value) => sum + value, 0) / 90);
    });
    for (const [paint, color] of [["gray", new Array(4).fill(127)], ["mean", mean]] as const) {
      const painted = paintOver(image, [box, other], { with: paint });
      for (const [at, value] of painted.pixels.entries()) {
        const [pixel, channel] = [Math.floor(at / channels), at % channels];
        const [row, column] = [Math.floor(pixel / 10), pixel % 10];
        const over = (inside(row, column, box) || inside(row, column, other)) && channel < 3;
        assert.equal(value, over ? color[channel] : kept[at], `${paint}, row ${row}, column ${column}`);
      }
    }
    assert.deepEqual(paintOver(image, box), paintOver(image, [box], { with: "gray" }));
    assert.deepEqual(image.pixels, kept, "the photograph itself stays");
  }); // biome-ignore format: colours in a line
}

/** The mean over a square, three times over, of the photograph with its edges repeated far outside. */
function blurredByHand(
  { height, width, pixels }: PixelImage,
  radius: number,
  row: number,
  column: number,
): number {
  const at = (r: number, c: number, rounds: number): number => {
    if (rounds === 0)
      return pixels[
        Math.min(height - 1, Math.max(0, r)) * width + Math.min(width - 1, Math.max(0, c))
      ] as number;
    let sum = 0;
    for (let down = -radius; down <= radius; down++)
      for (let across = -radius; across <= radius; across++) sum += at(r + down, c + across, rounds - 1);
    return sum / (2 * radius + 1) ** 2;
  };
  return at(row, column, 3);
}

test("paintOver() blurs what is there, with what is around it", () => {
  const image = drawn(9, 10, 1, 3);
  for (const each of [box, { top: 0, left: 0, bottom: 3, right: 4 }]) {
    const painted = paintOver(image, each, { with: "blur" });
    for (const [at, value] of painted.pixels.entries()) {
      const [row, column] = [Math.floor(at / 10), at % 10];
      if (!inside(row, column, each)) assert.equal(value, image.pixels[at]);
      else assert.ok(Math.abs(value - blurredByHand(image, 1, row, column)) <= 0.5001, `${row}, ${column}`);
    }
  }
  const plain: PixelImage = { ...drawn(40, 40, 3), pixels: new Uint8Array(4800).fill(90) };
  assert.deepEqual(paintOver(plain, { top: 0, left: 5, bottom: 40, right: 30 }, { with: "blur" }), plain);
});

const refusals: readonly [boxes: unknown, options: object, message: RegExp][] = [
  [[], {}, /^RangeError: Cannot paint over a photograph: there is no box\. Give at least one\.$/],
  [{ ...box, bottom: 10 }, {}, /^RangeError: Cannot paint over a photograph: the box of rows 2 to 10 and columns 1 to 7 is not one of whole pixels inside 9 x 10/],
  [{ ...box, left: -1 }, {}, /columns -1 to 7 is not one/],
  [{ ...box, top: 2.5 }, {}, /rows 2\.5 to 5 .* Stay inside, and round\.$/],
  [{ ...box, bottom: 2 }, {}, /^RangeError: Cannot paint over a photograph: the box of rows 2 to 2 and columns 1 to 7 is empty/],
  [{ ...box, bottom: 1 }, {}, /^RangeError: Cannot use the box .* ends before it begins/],
  [{ top: 1, left: 1 }, {}, /^TypeError: Cannot use a box with bottom undefined/],
  [null, {}, /^TypeError: Cannot use null as a box/],
  [box, { with: "black" }, /^RangeError: Cannot paint over a photograph with "black"\. Use one of gray, mean, blur\.$/],
  [box, { colour: 3 }, /^TypeError: Cannot paint over a photograph/],
]; // biome-ignore format: a refusal a line

test("paintOver() refuses what it cannot paint", () => {
  for (const [boxes, options, message] of refusals)
    assert.throws(() => paintOver(drawn(9, 10, 3), boxes as never, options as never), message);
});
