import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { seeded } from "../../src/arithmetic/random.js";
import { encodeJpeg } from "../../src/charts/drawing/jpeg.js";
import { encodePng } from "../../src/charts/drawing/png.js";
import { fetched } from "../networks/models/efficientnet/weights.js";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Whether a place belongs to the thing in the picture, by its distance from the middle of the thing. */
const things: Record<string, (down: number, right: number) => boolean> = {
  discs: (down, right) => Math.hypot(down, right) < 11,
  crosses: (down, right) =>
    Math.min(Math.abs(down), Math.abs(right)) < 3 && Math.max(Math.abs(down), Math.abs(right)) < 13,
  stripes: (down, right) => Math.abs(right) < 14 && Math.abs(down) < 14 && Math.floor(down + 14) % 6 < 3,
};

/** A thing of some bright colour somewhere on a dark speckled ground; sizes differ. */
function pictureOf(inside: (down: number, right: number) => boolean, random: () => number) {
  const [height, width] = [44 + Math.floor(20 * random()), 44 + Math.floor(20 * random())];
  const [row, column] = [height, width].map((length) => length / 2 + 10 * (random() - 0.5)) as [
    number,
    number,
  ];
  const ink = [0, 1, 2].map(() => 110 + 105 * random());
  const pixels = Uint8Array.from({ length: height * width * 3 }, (_, at) => {
    const place = Math.floor(at / 3);
    const within = inside(Math.floor(place / width) - row, (place % width) - column);
    return (within ? (ink[at % 3] as number) : 50) + 40 * random();
  });
  return { height, width, channels: 3, pixels } as const;
}

const readPage = () => readFile(join(root, "docs/own-photographs.md"), "utf8");

/** The programs that a page prints, in their order. */
const programsOf = (page: string) =>
  [...page.matchAll(/```js\n(import [\s\S]*?)```/g)].map(([, code]) => code ?? "");

/** A project that has convlab, and photographs of each thing. */
async function fillProject(folder: string, each: number, random: () => number) {
  for (const [name, inside] of Object.entries(things)) {
    await mkdir(join(folder, "photographs", name), { recursive: true });
    for (let number = 1; number <= each; number++) {
      const picture = pictureOf(inside, random);
      const [ending, bytes] =
        number % 2 === 0 ? ["png", encodePng(picture)] : ["JPG", encodeJpeg(picture, 90)];
      await writeFile(join(folder, "photographs", name, `${number}.${ending}`), bytes as Uint8Array);
    }
  }
  await mkdir(join(folder, "node_modules"));
  await symlink(root, join(folder, "node_modules", "convlab"));
}

test("the program for one's own photographs runs as it stands, forty lines at most, and learns", async () => {
  const page = await readPage();
  const [program = "", ask = ""] = programsOf(page);
  const lines = program.split("\n").filter((line) => line.trim() !== "");
  assert.ok(lines.length > 20 && lines.length <= 40, `it has ${lines.length} lines`);
  const folder = await mkdtemp(join(tmpdir(), "convlab-photographs-"));
  try {
    const random = seeded(5);
    await fillProject(folder, 40, random);
    await writeFile(join(folder, "photographs.mjs"), program);
    const { stdout } = await promisify(execFile)(process.execPath, ["photographs.mjs"], { cwd: folder });
    const accuracy = Number(/(\d+)% of 24 photographs right/.exec(stdout)?.[1]);
    assert.ok(accuracy >= 70, `it printed: ${stdout}`);
    for (const said of [
      /12 images of 32 x 32 pixels: .*(?:crosses|discs|stripes);/,
      /globalAverage/,
      /Confusion matrix of 24 predictions/,
      /6 maps of 32 x 32 numbers over a photograph/,
    ]) {
      assert.match(stdout, said);
    }
    // The second program asks what the first has saved.
    const { stripes } = things as { stripes: (down: number, right: number) => boolean };
    await writeFile(join(folder, "new.jpg"), encodeJpeg(pictureOf(stripes, random), 90));
    await writeFile(
      join(folder, "ask.mjs"),
      ask.replace('["cats", "dogs"]', '["crosses", "discs", "stripes"]'),
    );
    const asked = await promisify(execFile)(process.execPath, ["ask.mjs"], { cwd: folder });
    const answers = asked.stdout.trim().split("\n");
    assert.match(answers.join(), /^\w+ \d+%,\w+ \d+%,\w+ \d+%$/);
    assert.match(answers[0] ?? "", /^stripes/);
  } finally {
    await rm(folder, { recursive: true });
  }
});

test("the program for few photographs runs as it stands", async (t) => {
  if (!(await fetched(t, "efficientnet-lite0"))) return;
  const few = programsOf(await readPage())[2] ?? "";
  const folder = await mkdtemp(join(tmpdir(), "convlab-few-"));
  try {
    const random = seeded(6);
    await fillProject(folder, 5, random);
    const { stripes } = things as { stripes: (down: number, right: number) => boolean };
    await writeFile(join(folder, "new.jpg"), encodeJpeg(pictureOf(stripes, random), 90));
    await writeFile(join(folder, "few.mjs"), few);
    const { stdout } = await promisify(execFile)(process.execPath, ["few.mjs"], { cwd: folder });
    assert.match(stdout, /backbone and your head +[3-6] +6\n/);
    assert.match(stdout, /new\.jpg: (?:crosses|discs|stripes), \d+%/);
    assert.match(stdout, /1 map of 224 x 224 numbers over a photograph/);
  } finally {
    await rm(folder, { recursive: true });
  }
});
