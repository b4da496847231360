import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { runInNewContext } from "node:vm";
import { crc32, deflateSync } from "node:zlib";
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

/** A PNG of one packed picture, put together apart from any library. */
function onePng(
  head: { width: number; height: number; depth: number; color: number; interlaced?: number },
  packed: Uint8Array,
): Uint8Array {
  const chunk = (type: string, data: Uint8Array) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const ends = Buffer.alloc(8);
    ends.writeUInt32BE(data.length, 0);
    ends.writeUInt32BE(crc32(body), 4);
    return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(head.width, 0);
  header.writeUInt32BE(head.height, 4);
  header.set([head.depth, head.color, 0, 0, head.interlaced ?? 0], 8);
  const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
  return new Uint8Array(
    Buffer.concat([
      signature,
      chunk("IHDR", header),
      chunk("IDAT", packed),
      chunk("IEND", new Uint8Array(0)),
    ]),
  );
}

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
    /^RangeError: Cannot read the picture: 65535 x 65535 is more than 100 megapixels/,
  );
});

const refusedAsWork = (bytes: Uint8Array, said: RegExp) => {
  const before = process.cpuUsage();
  assert.throws(
    () => decodeImage(bytes),
    (error) => error instanceof RangeError && said.test(error.message),
  );
  const { user, system } = process.cpuUsage(before);
  assert.ok(user + system < 1e6, "refused before it is unpacked");
};

test("decodeImage(bytes) refuses a few bytes that unpack to very many pixels, and says what a file may have", () => {
  // 100 megapixels, black and white, in 12 kB: Pillow writes such a file in a moment.
  const black = onePng(
    { width: 10_000, height: 10_000, depth: 1, color: 0 },
    deflateSync(Buffer.alloc(1251 * 10_000)),
  );
  assert.ok(black.length < 13_000);
  refusedAsWork(
    black,
    /^Cannot read the picture: 10000 x 10000 pixels are too much work for a file of \d+ bytes, which may have 37 million\. Make/,
  );
  const deep = onePng({ width: 9_000, height: 11_000, depth: 16, color: 6 }, Buffer.alloc(200_000));
  refusedAsWork(deep, /9000 x 11000 takes 3069 MB of memory, more than 3000/);
});

test("decodeImage(bytes) refuses a JPEG in very many passes", () => {
  const jpeg = fileOf("progressive.jpg");
  const frame = jpeg.findIndex((byte, at) => byte === 0xff && jpeg[at + 1] === 0xc2);
  new DataView(jpeg.buffer).setUint32(frame + 5, 5000 * 0x10000 + 5000);
  const scan = jpeg.findIndex((byte, at) => byte === 0xff && jpeg[at + 1] === 0xda);
  const empty = Uint8Array.of(0xff, 0xda, 0, 8, 1, 1, 0, 1, 5, 0);
  const scans = Array.from({ length: 200 }, () => empty);
  const many = Buffer.concat([jpeg.subarray(0, scan), ...scans, jpeg.subarray(scan)]);
  refusedAsWork(many, /5000 x 5000 pixels in 210 passes are too much work for a file of \d+ bytes/);
});

test("decodeImage(bytes) refuses a PNG that unpacks to more than its pixels", () => {
  for (const interlaced of [0, 1]) {
    const png = onePng(
      { width: 1, height: 1, depth: 8, color: 2, interlaced },
      deflateSync(Buffer.alloc(50_000_000)),
    );
    const { rss } = process.memoryUsage();
    const said = interlaced
      ? /^TypeError: .+ damaged \(it unpacks to more than the \d+ bytes of its pixels\)/
      : /^TypeError: .+ damaged/;
    assert.throws(() => decodeImage(png), said);
    assert.ok(process.memoryUsage().rss - rss < 30e6);
  }
  const small = onePng({ width: 3, height: 2, depth: 8, color: 2, interlaced: 1 }, deflateSync(Buffer.from([
    0, 1, 2, 3, 0, 7, 8, 9, 0, 4, 5, 6, 0, 10, 11, 12, 13, 14, 15, 16, 17, 18]))); // biome-ignore format: the passes
  assert.deepEqual(
    [...decodeImage(small).pixels],
    [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18],
  );
});

test("decodeImage(bytes) takes an ArrayBuffer, and says what to give instead of a path", () => {
  const bytes = fileOf("plain.png");
  const { pixels } = decodeImage(bytes);
  for (const given of [
    bytes.buffer,
    Buffer.from(bytes),
    new Uint8ClampedArray(bytes),
    structuredClone(bytes.buffer),
  ]) {
    assert.deepEqual(decodeImage(given as ArrayBuffer).pixels, pixels);
  }
  const elsewhere = runInNewContext("new Uint8Array(bytes).buffer", { bytes: [...bytes] });
  assert.deepEqual(decodeImage(elsewhere).pixels, pixels);
  for (const [given, what] of [["cat.png", "a text"], [undefined, "something of type Undefined"], [[1, 2], "something of type Array"], [new Float32Array(2), "something of type Float32Array"]]) {
    assert.throws(() => decodeImage(given as never), {
      name: "TypeError",
      message: `Cannot read the picture: it was given ${what}. Give the bytes of a file as a Uint8Array or ArrayBuffer, such as await readFile(path).`,
    });
  } // biome-ignore format: a table
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
  const two = { ...gray, channels: 2 as 1, pixels: new Uint8Array(128) };
  assert.throws(
    () => encodeJpeg(two),
    /^RangeError: Cannot encode a JPEG: channels is 2\. Use 1 for gray, 3 for colour/,
  );
  assert.throws(() => encodeJpeg(gray, 0), /^RangeError: Cannot encode a JPEG: quality is 0/);
});

test("decodeImage turns a PNG upright, as its eXIf chunk says", () => {
  const plain = Buffer.from(
    encodePng({ width: 3, height: 2, channels: 1, pixels: Uint8Array.of(0, 1, 2, 3, 4, 5) }),
  );
  const head = plain.indexOf("IHDR") + 4 + 13 + 4; // behind its sum
  const withOrientation = (tag: number, little: boolean) => {
    const tiff = Buffer.alloc(26);
    const [write16, write32] = little
      ? [tiff.writeUInt16LE.bind(tiff), tiff.writeUInt32LE.bind(tiff)]
      : [tiff.writeUInt16BE.bind(tiff), tiff.writeUInt32BE.bind(tiff)];
    tiff.write(little ? "II" : "MM");
    for (const [value, at] of [
      [42, 2],
      [1, 8],
      [0x0112, 10],
      [3, 12],
      [tag, 18],
    ] as const)
      write16(value, at);
    for (const [value, at] of [
      [8, 4],
      [1, 14],
    ] as const)
      write32(value, at);
    const body = Buffer.concat([Buffer.from("eXIf"), tiff]);
    const ends = Buffer.alloc(8);
    ends.writeUInt32BE(tiff.length, 0);
    ends.writeUInt32BE(crc32(body), 4);
    return Buffer.concat([
      plain.subarray(0, head),
      ends.subarray(0, 4),
      body,
      ends.subarray(4),
      plain.subarray(head),
    ]);
  };
  const upright: Readonly<Record<number, number[][]>> = {
    0: [
      [0, 1, 2],
      [3, 4, 5],
    ],
    1: [
      [0, 1, 2],
      [3, 4, 5],
    ],
    2: [
      [2, 1, 0],
      [5, 4, 3],
    ],
    3: [
      [5, 4, 3],
      [2, 1, 0],
    ],
    4: [
      [3, 4, 5],
      [0, 1, 2],
    ],
    5: [
      [0, 3],
      [1, 4],
      [2, 5],
    ],
    6: [
      [3, 0],
      [4, 1],
      [5, 2],
    ],
    7: [
      [5, 2],
      [4, 1],
      [3, 0],
    ],
    8: [
      [2, 5],
      [1, 4],
      [0, 3],
    ],
  };
  for (const [tag, rows] of Object.entries(upright)) {
    for (const little of [true, false]) {
      const { height, width, pixels } = decodeImage(withOrientation(Number(tag), little));
      assert.deepEqual([height, width], [rows.length, rows[0]?.length], tag);
      assert.deepEqual(
        Array.from(pixels).filter((_, at) => at % 3 === 0),
        rows.flat(),
        tag,
      );
    }
  }
  const cut = withOrientation(6, true);
  cut.writeUInt32LE(4_000, head + 12); // a directory beyond the end of the file
  assert.equal(decodeImage(cut).height, 2);
});
