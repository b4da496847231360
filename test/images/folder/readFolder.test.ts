import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, test } from "node:test";
import { encodeJpeg } from "../../../src/charts/drawing/jpeg.js";
import { encodePng } from "../../../src/charts/drawing/png.js";
import { readFolder } from "../../../src/images/folder/readFolder.js";
import { imageAt } from "../../../src/images/imagesFrom.js";
import { decodeImage } from "../../../src/images/photographs/decodeImage.js";
import { resizeImage } from "../../../src/images/photographs/resizeImage.js";

const scratch = mkdtempSync(join(tmpdir(), "folder-"));
after(() => rmSync(scratch, { recursive: true }));

type Colour = readonly [red: number, green: number, blue: number];
const [red, green, blue, gray]: [Colour, Colour, Colour, Colour] = [[200, 30, 20], [20, 180, 40], [10, 20, 220], [90, 90, 90]]; // biome-ignore format: one line

/** A picture of one colour, or with another on its right half. */
function painted(left: Colour = [0, 0, 0], right = left, { height = 6, width = 8 } = {}) {
  const pixels = Array.from({ length: height * width }, (_, at) => (at % width < width / 2 ? left : right));
  return { height, width, channels: 3, pixels: Uint8Array.from(pixels.flat()) } as const;
}
const png = (...about: Parameters<typeof painted>) => encodePng(painted(...about));
const jpeg = (...about: Parameters<typeof painted>) => encodeJpeg(painted(...about), 95);

/** A folder of these files, by their paths. */
function folderOf(files: Record<string, Uint8Array | string>): string {
  const folder = mkdtempSync(join(scratch, "set-"));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}
const near = (pixels: Uint8Array, colour: Colour, room: number) =>
  pixels.every((value, at) => Math.abs(value - (colour[at % 3] as number)) <= room);

test("readFolder(folder) takes the folders as classes, JPEG and PNG in sizes of all kinds", async () => {
  const folder = folderOf({
    "cats/one.jpg": jpeg(red),
    "cats/two.JPEG": jpeg(green, green, { height: 20, width: 3 }),
    "dogs/one.PNG": png(blue, blue, { height: 1, width: 1 }),
    "dogs/called.png": jpeg(gray), // the bytes say what it is
  });
  const images = await readFolder(folder, { size: 5 });
  const { count, height, width, channels, classes, labels, skipped } = images;
  assert.deepEqual([count, height, width, channels, classes, [...labels], skipped], [4, 5, 5, 3, ["cats", "dogs"], [0, 0, 1, 1], []]); // biome-ignore format: one line
  assert.equal(images.pixels.length, 4 * 75);
  for (const [index, colour] of [red, green, gray, blue].entries()) {
    assert.ok(near(imageAt(images, index).pixels, colour as Colour, 4), `image ${index}`);
  }
  const usual = await readFolder(folder);
  assert.deepEqual([usual.height, usual.width], [64, 64]);
});

test("readFolder(folder) puts classes and pictures in natural order", async () => {
  const names = ["class10", "class2", "Äpfel", "b", "class1"];
  const files = Object.fromEntries(names.flatMap((name) => [[`${name}/i10.png`, png(red)], [`${name}/i9.png`, png(green)]])); // biome-ignore format: one line
  const images = await readFolder(folderOf(files), { size: 1 });
  assert.deepEqual(images.classes, ["Äpfel", "b", "class1", "class2", "class10"]);
  assert.deepEqual([...images.pixels.subarray(0, 6)], [...green, ...red]);
});

test("readFolder(folder) turns pictures upright and resizes them as Pillow does", async () => {
  const source = new URL("../photographs/pictures/", import.meta.url);
  const bytes = (name: string) => readFileSync(new URL(name, source));
  const folder = folderOf({ "a/6.jpg": bytes("turned6.jpg"), "a/1.jpg": bytes("turned1.jpg") });
  const images = await readFolder(folder, { size: { height: 9, width: 7 } });
  for (const [index, name] of ["turned1.jpg", "turned6.jpg"].entries()) {
    const wanted = resizeImage(decodeImage(bytes(name)), { height: 9, width: 7 });
    assert.deepEqual([...imageAt(images, index).pixels], [...wanted.pixels], name);
  }
});

test("readFolder(folder, { fit }) stretches, or takes the middle", async () => {
  const wide = { height: 4, width: 12 };
  const folder = folderOf({
    "a/a.png": png(red, blue, wide),
    "a/b.png": png(green, green, { height: 9, width: 4 }),
  });
  const [whole, middle] = await Promise.all(
    (["stretch", "crop"] as const).map((fit) => readFolder(folder, { size: 4, fit })),
  );
  const rows = (images: typeof whole) => [...(images?.pixels.subarray(0, 12) ?? [])];
  assert.ok(
    Math.abs((rows(whole)[0] as number) - 200) < 9 && Math.abs((rows(whole)[11] as number) - 220) < 9,
  );
  assert.deepEqual(rows(middle), [...red, ...red, ...blue, ...blue], "no pixel of the middle is blended");
});

test("readFolder(folder, { channels: 1 }) makes grays", async () => {
  const images = await readFolder(folderOf({ "a/a.png": png(red), "b/b.png": png(gray) }), {
    size: 2,
    channels: 1,
  });
  const level = Math.round(0.299 * 200 + 0.587 * 30 + 0.114 * 20);
  assert.deepEqual([images.channels, ...images.pixels], [1, level, level, level, level, 90, 90, 90, 90]);
});

test("readFolder(folder) passes over what systems leave behind, and what is no picture", async () => {
  const folder = folderOf({
    "a/a.png": png(red),
    "a/._a.png": "apple",
    "a/notes.txt": "hello",
    "a/.ipynb_checkpoints/b.png": png(blue),
    "a/Thumbs.db": "windows",
    ".git/x.png": png(blue),
    "__MACOSX/a/a.png": png(blue),
    "README.md": "about",
    "labels.csv": "a,b",
  });
  const { count, classes, skipped } = await readFolder(folder, { size: 1 });
  assert.deepEqual([count, classes, skipped], [1, ["a"], []]);
});

test("readFolder(folder) takes deeper folders with their class, and follows links but not in circles", async () => {
  const folder = folderOf({ "a/2020/may/x.png": png(red), "a/y.png": png(green), "b/z.png": png(blue) });
  symlinkSync(join(folder, "a"), join(folder, "a/2020/around"));
  symlinkSync(join(folder, "b/z.png"), join(folder, "b/link.png"));
  symlinkSync(join(folder, "b"), join(folder, "c"));
  const { classes, labels } = await readFolder(folder, { size: 1 });
  assert.deepEqual([classes, [...labels]], [["a", "b", "c"], [0, 0, 1, 1, 2, 2]]); // biome-ignore format: one line
});

const cut = jpeg(red, blue, { height: 64, width: 64 }).subarray(0, 700);
const damaged: [what: string, file: string, bytes: Uint8Array | string, reason: RegExp][] = [
  ["a cut JPEG", "cats/b.jpg", cut, /the JPEG is damaged/],
  ["an empty file", "cats/b.png", "", /it is empty/],
  ["a web page under the name of a picture", "cats/b.jpg", "<html>", /it starts with/],
  ["a picture of a kind that is not read", "cats/b.webp", "RIFF0000WEBP", /it is a WebP file/],
  ["a picture beside the folders", "loose.jpg", jpeg(red), /it is a picture of no class/],
];
for (const [what, file, bytes, reason] of damaged) {
  test(`readFolder(folder) refuses ${what} by name, or skips it where asked`, async () => {
    const folder = folderOf({
      "cats/a.png": png(red),
      "cats/c.png": png(green),
      "dogs/d.png": png(blue),
      [file]: bytes,
    });
    await assert.rejects(readFolder(folder), (error: Error) => {
      assert.ok(error.message.startsWith(`Cannot read ${join(folder, file)}: `), error.message);
      assert.match(error.message, reason);
      assert.match(error.message, /To leave out such files, pass \{ onDamaged: "skip" \}\.$/);
      return true;
    });
    const { count, pixels, labels, skipped } = await readFolder(folder, { size: 1, onDamaged: "skip" });
    assert.deepEqual([count, [...pixels], [...labels]], [3, [...red, ...green, ...blue], [0, 0, 1]]);
    assert.deepEqual(skipped.map((one) => one.file), [file]); // biome-ignore format: one line
    assert.match(skipped[0]?.reason ?? "", reason);
    assert.ok(
      pixels.buffer.byteLength === 9 || !file.startsWith("cats"),
      "the room of what was left out is given back",
    );
  });
}

test("readFolder(folder) names a link that leads nowhere", async () => {
  const folder = folderOf({ "a/a.png": png(red) });
  symlinkSync(join(folder, "gone.png"), join(folder, "a/b.png"));
  await assert.rejects(readFolder(folder), /b\.png: it is a link that leads nowhere\./);
});

const refusals: [what: string, files: Record<string, Uint8Array | string>, message: RegExp][] = [
  [
    "pictures without folders",
    { "a.jpg": jpeg(red), "b.png": png(red) },
    /its 2 pictures lie in no folders\. Put the pictures of each class/,
  ],
  ["an empty folder", { ".hidden": "" }, /it holds no folders\. Put/],
  [
    "a class without pictures",
    { "a/a.png": png(red), "b/notes.txt": "" },
    /there is no picture in its folder b, and a folder is a class\. Put JPEG/,
  ],
  [
    "sets instead of classes",
    { "train/a/a.png": png(red), "test/a/b.png": png(red) },
    /test, train are sets, not classes\. Read each by itself: imagesFromFolder\(".*test"\)/,
  ],
];
for (const [what, files, message] of refusals) {
  test(`readFolder(folder) refuses ${what}`, async () => {
    await assert.rejects(readFolder(folderOf(files)), (error: Error) => {
      assert.match(error.message, /^Cannot read images from /);
      assert.match(error.message, message);
      return true;
    });
  });
}

test("readFolder(folder) refuses a class of which nothing can be read, and paths that are no folder", async () => {
  const folder = folderOf({ "a/a.png": png(red), "b/b.png": "rubbish" });
  await assert.rejects(
    readFolder(folder, { onDamaged: "skip" }),
    /no picture in its folder b can be read \(it starts with/,
  );
  await assert.rejects(
    readFolder(join(folder, "nowhere")),
    /nowhere: there is no such folder\. Give a folder/,
  );
  await assert.rejects(readFolder(join(folder, "a/a.png")), /a\.png: it is a file\. Give a folder/);
  await assert.rejects(
    readFolder(undefined as unknown as string),
    /^TypeError: Cannot read images from a folder: it is undefined/,
  );
});

test("readFolder(folder, options) refuses impossible options before it reads", async () => {
  for (const [options, message] of [
    [{ size: 0 }, /size is 0\. Give whole pixels/],
    [{ size: 2.5 }, /size is 2\.5/],
    [{ size: { height: 4 } }, /size is \{"height":4\}/],
    [{ size: null }, /size is null/],
    [{ channels: 4 }, /images of 4 channels/],
    [{ fit: "pad" }, /fit is pad\. Give "stretch" or "crop"/],
    [{ onDamaged: "ignore" }, /onDamaged is ignore\. Give "throw" or "skip"/],
    [{ imageSize: 64 }, /there is no option imageSize\. There are size, channels, fit, onDamaged/],
  ] as [object, RegExp][]) {
    await assert.rejects(readFolder(join(scratch, "nowhere"), options), message);
  }
});

test("readFolder(folder, options, report) tells how far it is", async () => {
  const heard: string[] = [];
  const folder = folderOf({ "a/x.png": png(red), "b/y.png": png(blue) });
  await readFolder(folder, {}, (done, total, file) => heard.push(`${done} of ${total}: ${file}`));
  assert.deepEqual(heard, ["0 of 2: a/x.png", "1 of 2: b/y.png", "2 of 2: 2 classes"]);
});

test("readFolder(folder) has labels for more than 256 classes", async () => {
  const one = png(red, red, { height: 1, width: 1 });
  const files = Object.fromEntries(Array.from({ length: 258 }, (_, index) => [`c${index}/a.png`, one]));
  const { labels, classes } = await readFolder(folderOf(files), { size: 1 });
  assert.deepEqual([labels.constructor, labels[257], classes[257]], [Uint16Array, 257, "c257"]);
});
