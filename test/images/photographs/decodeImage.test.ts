import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { encodeJpeg } from "../../../src/charts/drawing/jpeg.js";
import { encodePng } from "../../../src/charts/drawing/png.js";
import { centreSquare, cropImage } from "../../../src/images/photographs/cropImage.js";
import { decodeImage } from "../../../src/images/photographs/decodeImage.js";
import { photograph } from "../../../src/images/photographs/photographs.js";
import { resizeImage } from "../../../src/images/photographs/resizeImage.js";

interface Pixels {
  width: number;
  height: number;
  /** Base64. */
  pixels: string;
}
const folder = new URL("./pictures/", import.meta.url);
const fileOf = (name: string) => new Uint8Array(readFileSync(new URL(name, folder)));
const pillow = JSON.parse(readFileSync(new URL("pillow.json", folder), "utf8")) as {
  decoded: Record<string, Pixels>;
  resized: Pixels[];
};
/** The largest and the mean distance between bytes. */
const gap = (a: ArrayLike<number>, b: ArrayLike<number>) => {
  assert.equal(a.length, b.length);
  const distances = Array.from(a, (value, index) => Math.abs(value - (b[index] as number)));
  return { most: Math.max(...distances), mean: distances.reduce((sum, one) => sum + one, 0) / a.length };
};

for (const [name, wanted] of Object.entries(pillow.decoded)) {
  test(`decodeImage(bytes) reads ${name} as Pillow does, upright`, () => {
    const found = decodeImage(fileOf(name));
    assert.deepEqual([found.width, found.height, found.channels], [wanted.width, wanted.height, 3]);
    const { most, mean } = gap(found.pixels, Buffer.from(wanted.pixels, "base64"));
    // A PNG says every number. Of a JPEG two programs make numbers that differ a little, most at edges of colour.
    const [room, roomOfMean] = name.endsWith(".png") ? [0, 0] : [6, 0.6];
    assert.ok(most <= room && mean <= roomOfMean, `differs by ${most} at most, ${mean} in the mean`);
  });
}

test("decodeImage(bytes) lays what is transparent on white", () => {
  const pixels = Uint8Array.of(255, 0, 0, 255, 255, 0, 0, 0, 0, 0, 0, 128);
  const png = encodePng({ width: 3, height: 1, channels: 4, pixels });
  assert.deepEqual([...decodeImage(png).pixels], [255, 0, 0, 255, 255, 255, 127, 127, 127]);
});

const other: Record<string, [start: number[] | string, said: RegExp]> = {
  GIF: ["GIF89a", /it is a GIF file/],
  WebP: ["RIFF0000WEBP", /it is a WebP file/],
  HEIC: ["0000ftypheic", /it is a HEIC or AVIF file/],
  BMP: ["BM00", /it is a BMP file/],
  TIFF: [[0x49, 0x49, 0x2a, 0], /it is a TIFF file/],
  PDF: ["%PDF-1.7", /it is a PDF file/],
  text: ["hello", /it starts with \[104,101,108,108\]/],
  nothing: ["", /it is empty/],
};
for (const [kind, [start, said]] of Object.entries(other)) {
  test(`decodeImage(bytes) refuses ${kind} and says what to give`, () => {
    const bytes = typeof start === "string" ? new TextEncoder().encode(start) : Uint8Array.from(start);
    assert.throws(() => decodeImage(bytes), said);
    assert.throws(() => decodeImage(bytes), /^TypeError: Cannot read the picture: .+ Give a PNG or a JPEG/);
  });
}

test("decodeImage(bytes) meets truncated and altered files with a picture or a refusal", () => {
  for (const name of ["plain.png", "420.jpg", "progressive.jpg", "turned6.jpg", "cmyk.jpg"]) {
    const whole = fileOf(name);
    for (let length = 2; length < whole.length; length += 23) {
      for (const bytes of [
        whole.subarray(0, length),
        Uint8Array.from(whole, (byte, at) => (at === length ? byte ^ 255 : byte)),
      ]) {
        try {
          const { width, height, pixels } = decodeImage(bytes);
          assert.equal(pixels.length, 3 * width * height);
        } catch (error) {
          assert.match(String(error), /^(Type|Range)Error: Cannot read the picture: /, `${name}, ${length}`);
        }
      }
    }
  }
});

test("decodeImage(bytes) refuses a picture that claims a billion pixels before it unpacks it", () => {
  const png = fileOf("plain.png");
  new DataView(png.buffer).setUint32(16, 40_000);
  new DataView(png.buffer).setUint32(20, 40_000);
  assert.throws(
    () => decodeImage(png),
    /^RangeError: Cannot read the picture: 40000 x 40000 is more than 100 megapixels/,
  );
  const jpeg = fileOf("420.jpg");
  const frame = jpeg.findIndex((byte, at) => byte === 0xff && jpeg[at + 1] === 0xc0);
  jpeg.set([0xff, 0xff, 0xff, 0xff], frame + 5);
  assert.throws(
    () => decodeImage(jpeg),
    /^RangeError: Cannot read the picture: it is larger than 100 megapixels/,
  );
});

for (const { height, width, pixels } of pillow.resized) {
  test(`resizeImage(image, size) makes ${height} x ${width} as Pillow does`, () => {
    const found = resizeImage(decodeImage(fileOf("plain.png")), { height, width });
    assert.deepEqual([found.height, found.width], [height, width]);
    assert.ok(gap(found.pixels, Buffer.from(pixels, "base64")).most <= 1);
  });
}

test("resizeImage(image, size) leaves an image of that size, and a plain one of any, as they are", () => {
  const image = decodeImage(fileOf("plain.png"));
  assert.deepEqual(resizeImage(image, image).pixels, image.pixels);
  const plain = { height: 5, width: 9, channels: 1, pixels: new Uint8Array(45).fill(77) } as const;
  assert.ok(resizeImage(plain, { height: 12, width: 3 }).pixels.every((value) => value === 77));
  assert.throws(
    () => resizeImage(plain, { height: 0, width: 3 }),
    /^RangeError: Cannot resize the image: height is 0/,
  );
});

test("cropImage(image, part) cuts out a rectangle and refuses one that leaves the image", () => {
  const image = {
    height: 3,
    width: 4,
    channels: 1,
    pixels: Uint8Array.from({ length: 12 }, (_, at) => at),
  } as const;
  assert.deepEqual([...cropImage(image, { top: 1, left: 2, height: 2, width: 2 }).pixels], [6, 7, 10, 11]);
  for (const part of [
    { top: 2, left: 0, height: 2, width: 1 },
    { top: 0, left: -1, height: 1, width: 1 },
    { top: 0, left: 0, height: 0, width: 1 },
    { top: 0.5, left: 0, height: 1, width: 1 },
  ]) {
    assert.throws(() => cropImage(image, part), /^RangeError: Cannot cut /);
  }
});

test("centreSquare(image, side) takes seven eighths of the shorter side from the middle", () => {
  // 256 x 300: rows 16 to 239, columns 38 to 261. Each pixel says its own column.
  const pixels = Uint8Array.from({ length: 256 * 300 }, (_, at) => (at % 300) - 30);
  const found = centreSquare({ height: 256, width: 300, channels: 1, pixels });
  assert.deepEqual([found.height, found.width, found.pixels[0], found.pixels[223]], [224, 224, 8, 231]);
});

test("photograph(path) reads a file of one's own, and names what comes along where there is none", async () => {
  const { width, height } = await photograph(fileURLToPath(new URL("plain.png", folder)));
  assert.deepEqual([width, height], [40, 24]);
  await assert.rejects(
    photograph("no/such.png"),
    /^Error: Cannot read the photograph no\/such\.png: .+ cat, coffee, rocket/,
  );
  await assert.rejects(photograph("constructor"), /^Error: Cannot read the photograph constructor/);
});

test("encodeJpeg(image) is read back nearly as it was, and refuses wrong sizes", () => {
  const image = decodeImage(fileOf("plain.png"));
  assert.ok(gap(decodeImage(encodeJpeg(image, 95)).pixels, image.pixels).mean < 3);
  const gray = { height: 8, width: 8, channels: 1, pixels: new Uint8Array(64).fill(90) } as const;
  assert.ok([...decodeImage(encodeJpeg(gray)).pixels].every((value) => Math.abs(value - 90) <= 1));
  assert.throws(() => encodeJpeg({ ...gray, height: 7 }), /^RangeError: Cannot encode a JPEG: 8 x 7 x 1/);
  assert.throws(() => encodeJpeg(gray, 0), /^RangeError: Cannot encode a JPEG: quality is 0/);
});
