import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Matrix } from "../../../src/arithmetic/matrix.js";
import { centreByMass, cropToInk, fitTo20, placeAt } from "../../../src/images/digits/asMnist.js";
import { digitAt } from "../../../src/images/digits/digits.js";
import { readDrawing } from "../../../src/images/digits/drawing.js";
import { loadMnist } from "../../../src/images/digits/mnist.js";
import { textDigit } from "../../../src/lessons/mnist-cnn/textDigit.js";

const seven = `
  #####
     +#
    :#
    #
    #
`;

test("readDrawing(art) has one pixel for each character, short lines filled up", () => {
  assert.deepEqual(readDrawing(".:+*#\n#"), [
    [0, 64, 128, 192, 255],
    [255, 0, 0, 0, 0],
  ]);
});

test("readDrawing(art) drops the first and last line of a template literal, nothing else", () => {
  assert.deepEqual(readDrawing("\n\n #\n\n  "), [
    [0, 0],
    [0, 255],
    [0, 0],
  ]);
  assert.deepEqual(readDrawing("\r\n#\r\n#\r\n"), [[255], [255]]);
});

test("readDrawing(art) refuses other characters by place, and a blank drawing", () => {
  assert.throws(() => readDrawing("##\n#x"), {
    name: "RangeError",
    message: 'Cannot read the drawing: line 2, column 2 has "x". Use space . : + * # only.',
  });
  assert.throws(() => readDrawing("\t#"), /line 1, column 1 has "\\t"/);
  for (const art of ["", "\n", "  \n..\n"]) assert.throws(() => readDrawing(art), /the drawing: it is blank/);
  assert.throws(() => readDrawing(7 as unknown as string), /^TypeError: Cannot read a drawing from number/);
});

test("readDrawing(any text) reads or refuses it", () => {
  const text = fc.oneof(
    fc.string(),
    fc.string({ unit: fc.constantFrom(" ", ".", ":", "+", "*", "#", "\n", "x") }),
  );
  fc.assert(
    fc.property(text, (art) => {
      try {
        const image = readDrawing(art);
        assert.ok(
          image.every((row) => row.length === image[0]?.length),
          "rows of one length",
        );
      } catch (error) {
        assert.ok(error instanceof RangeError && error.message.startsWith("Cannot read the drawing: "));
      }
    }),
    { numRuns: 1000, seed: 1 },
  );
});

test("cropToInk(image) cuts the background away on all four sides", () => {
  assert.deepEqual(
    cropToInk([
      [0, 0, 0, 0],
      [0, 0, 5, 0],
      [0, 9, 0, 0],
      [0, 0, 0, 0],
      [0, 0, 0, 0],
    ]),
    [
      [0, 5],
      [9, 0],
    ],
  );
  assert.deepEqual(cropToInk([[7]]), [[7]]);
  assert.throws(() => cropToInk([[0, 0]]), /^RangeError: Cannot crop to the ink: the image is blank/);
});

test("fitTo20(image) makes the longer side 20 pixels and keeps the proportions", () => {
  const size = (image: Matrix) => [image.length, image[0]?.length];
  const full = (height: number, width: number) =>
    Array.from({ length: height }, () => Array(width).fill(255));
  // biome-ignore format: an aligned table shows the wrong row
  const cases = [
    [ full(10, 10),  [20, 20] ],
    [ full(10, 5),   [20, 10] ],
    [ full(3, 12),   [ 5, 20] ],
    [ full(40, 30),  [20, 15] ],
    [ full(1, 1),    [20, 20] ],
    [ full(100, 1),  [20,  1] ], // never less than one pixel
    [ full(7, 3),    [20,  9] ], // 8.57
  ] as const;
  for (const [image, expected] of cases) {
    assert.deepEqual(size(fitTo20(image)), expected);
    assert.ok(
      fitTo20(image)
        .flat()
        .every((pixel) => pixel === 255),
      "full ink stays full ink",
    );
  }
});

test("fitTo20(image) turns edges gray: each pixel is the mean of the area it covers", () => {
  // 30 columns become 20: each new pixel covers one and a half old ones.
  const stripes = Array.from({ length: 10 }, () => [240, 60, 30]).flat();
  const [first] = fitTo20(Array.from({ length: 30 }, () => stripes)) as [number[]];
  assert.deepEqual(first.slice(0, 4), [(240 + 60 / 2) / 1.5, (60 / 2 + 30) / 1.5, (240 + 60 / 2) / 1.5, 40]);
  const halved = fitTo20(Array.from({ length: 40 }, (_, row) => Array(40).fill(row % 2 === 0 ? 200 : 100)));
  assert.ok(halved.flat().every((pixel) => pixel === 150));
});

test("centreByMass(image) puts the centre of mass within half a pixel of row 14, column 14", () => {
  const image = fc
    .tuple(fc.integer({ min: 1, max: 14 }), fc.integer({ min: 1, max: 14 }))
    .chain(([height, width]) => {
      const row = fc.array(fc.nat(255), { minLength: width, maxLength: width });
      return fc.array(row, { minLength: height, maxLength: height });
    });
  fc.assert(
    fc.property(image, (ink) => {
      fc.pre(ink.flat().some((pixel) => pixel > 0));
      const field = centreByMass(ink);
      assert.deepEqual([field.length, field[0]?.length], [28, 28]);
      const [mass, down, right] = [() => 1, (row: number) => row, (_: number, column: number) => column].map(
        (weight) =>
          field
            .flatMap((pixels, row) => pixels.map((pixel, column) => pixel * weight(row, column)))
            .reduce((a, b) => a + b, 0),
      ) as [number, number, number];
      assert.ok(
        Math.abs(down / mass - 14) <= 0.5 + 1e-9 && Math.abs(right / mass - 14) <= 0.5 + 1e-9,
        `${down / mass}, ${right / mass}`,
      );
      assert.deepEqual(cropToInk(field), cropToInk(ink), "the ink itself is untouched");
    }),
    { seed: 2 },
  );
});

test("centreByMass(image) stops at the border rather than lose ink", () => {
  // Nearly all mass in the first of 20 columns: the middle would need column 33.
  const lopsided = [[255, ...Array(18).fill(0), 1]];
  const field = centreByMass(lopsided);
  assert.equal(field[14]?.[8], 255);
  assert.equal(field[14]?.[27], 1);
  const wide = [Array(29).fill(9)];
  assert.throws(() => centreByMass(wide), /^RangeError: Cannot place an image of 1x29 .* sticks out/);
});

test("fitTo20 and centreByMass leave the digits of MNIST where they are", async () => {
  const { test: digits } = await loadMnist({ trainImages: 0 });
  let compared = 0;
  for (let index = 0; index < 300; index++) {
    const digit = digitAt(digits, index);
    const { length: height, 0: first } = cropToInk(digit);
    if (Math.max(height, first?.length ?? 0) !== 20) continue; // a few are one pixel smaller
    assert.deepEqual(centreByMass(fitTo20(digit)), digit, `digit ${index}`);
    const moved = [...digit.slice(4), ...digit.slice(0, 4)]; // the margin is four pixels or more
    if (cropToInk(moved).length === height)
      assert.deepEqual(centreByMass(moved), digit, `digit ${index}, moved`);
    compared++;
  }
  assert.ok(compared > 290);
});

test("textDigit(art) is one digit as MNIST has them", () => {
  const digit = textDigit(seven);
  assert.deepEqual([digit.count, digit.height, digit.width, digit.pixels.length], [1, 28, 28, 784]);
  assert.deepEqual([...digit.labels], [0]);
  assert.deepEqual(digitAt(digit, 0), centreByMass(fitTo20(readDrawing(seven))));
  assert.equal(cropToInk(digitAt(digit, 0)).length, 20);
  assert.deepEqual([...textDigit(seven, { label: 7 }).labels], [7]);
});

test("textDigit(art, options) leaves out the steps it is told to", () => {
  const drawn = cropToInk(readDrawing(seven));
  const inkOf = (options: object) => cropToInk(digitAt(textDigit(seven, options), 0));
  assert.deepEqual(inkOf({ scale: false }), drawn);
  const asTyped = digitAt(textDigit(seven, { scale: false, center: false }), 0);
  assert.deepEqual(asTyped[0]?.slice(0, 8), [0, 0, 255, 255, 255, 255, 255, 0]); // two spaces, five signs
  const inTheCorner = digitAt(textDigit(seven, { center: false }), 0);
  assert.deepEqual(inTheCorner, placeAt(fitTo20(readDrawing(seven)), 0, 0));
});

test("textDigit(art, { scale: false }) refuses a drawing larger than the field", () => {
  const wide = "#".repeat(29);
  assert.throws(() => textDigit(wide, { scale: false }), /Cannot place an image of 1x29/);
  assert.throws(() => textDigit(wide, { scale: false, center: false }), /Cannot place an image of 1x29/);
  assert.equal(textDigit(wide).count, 1);
  assert.throws(() => textDigit("#", { label: 10 }), /Cannot make digits: label is 10/);
});
