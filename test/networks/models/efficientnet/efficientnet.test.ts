import assert from "node:assert/strict";
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { optionalSource } from "../../../../src/images/optionalSource.js";
import { photograph } from "../../../../src/images/photographs/photographs.js";
import { classifyPhotograph } from "../../../../src/networks/models/efficientnet/classifyPhotograph.js";
import {
  type EfficientNetLite0,
  efficientNetLite0,
} from "../../../../src/networks/models/efficientnet/efficientnet.js";
import { efficientNetModel } from "../../../../src/networks/models/efficientnet/model.js";
import { weightsIn } from "../../../../src/networks/models/efficientnet/weights.js";
import { type Tensor4D, tf } from "../../../../src/networks/tf.js";
import { fetched } from "./weights.js";

/** What the PyTorch original answers: made by reference.py. */
const reference = JSON.parse(readFileSync(new URL("reference.json", import.meta.url), "utf8")) as {
  logits: Record<string, string>;
  sums: Record<string, { input: number; features: number }>;
};
const wantedLogits = (name: string) => {
  const bytes = Buffer.from(reference.logits[name] ?? "", "base64");
  return Array.from({ length: bytes.length / 4 }, (_, index) => bytes.readFloatLE(4 * index));
};
const side = 224;
const made = (formula: (row: number, column: number, channel: number) => number) =>
  Float32Array.from({ length: side * side * 3 }, (_, at) =>
    formula(Math.floor(at / (3 * side)), Math.floor(at / 3) % side, at % 3),
  );
let state = 1;
/** The inputs of reference.py by the same formulas. */
const inputs: Record<string, Float32Array> = {
  noise: made(() => {
    state = (Math.imul(1664525, state) + 1013904223) >>> 0;
    return state / 2 ** 31 - 1;
  }),
  stripes: made((y, x, c) => (((7 * x + 13 * y + 31 * c) % 256) - 127) / 128),
  tiles: made((y, x, c) => ((Math.floor(y / 16) * (Math.floor(x / 16) + c)) % 5) / 2 - 1),
};

let shared: EfficientNetLite0 | undefined;
const network = async () => {
  shared ??= await efficientNetLite0();
  return shared;
};
after(() => shared?.dispose());
const largestGap = (a: ArrayLike<number>, b: ArrayLike<number>) => {
  assert.equal(a.length, b.length);
  return Math.max(...Array.from(a, (value, index) => Math.abs(value - (b[index] as number))));
};
const bestOf = (logits: readonly number[]) => logits.indexOf(Math.max(...logits));

for (const [name, values] of Object.entries(inputs)) {
  test(`EfficientNet-Lite0 answers to ${name} like the PyTorch original, within 0.001`, async (t) => {
    if (!(await fetched(t, "efficientnet-lite0"))) return;
    const net = await network();
    const found = tf.tidy(() => {
      const input = tf.tensor4d(values, [1, side, side, 3]);
      const features = net.features(input);
      const sums = [input.sum().dataSync()[0], features.sum().dataSync()[0]] as [number, number];
      const whole = (net.model.predict(input) as Tensor4D).dataSync();
      return { shape: features.shape, sums, whole, logits: net.logits(net.pooled(features)).dataSync() };
    });
    const { input, features } = reference.sums[name] ?? { input: 0, features: 0 };
    assert.ok(Math.abs(found.sums[0] - input) < 0.1, `the input is another: ${found.sums[0]}, not ${input}`);
    assert.deepEqual(found.shape, [1, 7, 7, 1280]);
    assert.ok(Math.abs(found.sums[1] - features) < 0.1);
    const gap = largestGap(found.logits, wantedLogits(name));
    t.diagnostic(`largest gap ${gap}`);
    assert.ok(gap < 1e-3, `differs by ${gap}`);
    assert.ok(largestGap(found.whole, found.logits) < 1e-3, "in parts as in one go");
  });
}

const files = {
  cat: "chelsea.png", coffee: "coffee.png", rocket: "rocket.jpg", motorcycle: "motorcycle_left.png",
  astronaut: "astronaut.png", brick: "brick.png", grass: "grass.png", gravel: "gravel.png",
}; // biome-ignore format: pairs
for (const [name, file] of Object.entries(files)) {
  test(`from the file on, ${name} gets the original's first answer, and logits within 0.2`, async (t) => {
    if (!(await fetched(t, "efficientnet-lite0", "photographs"))) return;
    const { logits } = classifyPhotograph(await network(), await photograph(name));
    const wanted = wantedLogits(file);
    assert.equal(bestOf(logits), bestOf(wanted));
    const gap = largestGap(logits, wanted);
    t.diagnostic(`largest gap ${gap}`);
    assert.ok(gap < 0.2, `differs by ${gap}`);
  });
}

test("classifyPhotograph(network, photograph) gives names, probabilities that add up, and maps that make the logit", async (t) => {
  if (!(await fetched(t, "efficientnet-lite0", "photographs"))) return;
  const net = await network();
  const before = tf.memory().numTensors;
  const answer = classifyPhotograph(net, await photograph("coffee"));
  const top = answer.top(1000);
  assert.equal(top[0]?.name, "espresso");
  assert.ok(Math.abs(top.reduce((sum, { probability }) => sum + probability, 0) - 1) < 1e-6);
  assert.ok(top.every(({ logit }, place) => place === 0 || logit <= (top[place - 1]?.logit ?? 0)));
  assert.equal(answer.top().length, 5);
  const biases = net.classBiases.dataSync();
  for (const which of ["espresso", "space shuttle", 0, 999]) {
    const { logit, classIndex } = answer.of(which);
    const map = answer.mapOf(which).flat();
    assert.equal(map.length, 49);
    const mean = map.reduce((sum, value) => sum + value, 0) / 49;
    assert.ok(Math.abs(mean + (biases[classIndex] ?? 0) - logit) < 1e-4, String(which));
  }
  assert.throws(() => answer.of("rocket ship"), /^RangeError: Cannot find the class "rocket ship"/);
  assert.throws(() => answer.of(1000), /^RangeError: Cannot answer: classIndex is 1000/);
  assert.equal(tf.memory().numTensors, before, "tensors leak");
});

test("efficientNetLite0({ side }) takes other sizes; random weights answer at random; dispose frees everything", async (t) => {
  if (!(await fetched(t, "efficientnet-lite0"))) return;
  await network();
  const before = tf.memory().numTensors;
  const small = await efficientNetLite0({ side: 96 });
  const untrained = await efficientNetLite0({ side: 96, untrained: 1 });
  const [trainedMeans, otherMeans] = tf.tidy(() => {
    const input = tf.randomUniform([2, 96, 96, 3], -1, 1, "float32", 1) as Tensor4D;
    const features = small.features(input);
    assert.deepEqual(features.shape, [2, 3, 3, 1280]);
    return [small.pooled(features).dataSync(), untrained.pooled(untrained.features(input)).dataSync()];
  });
  assert.ok(largestGap(trainedMeans as Float32Array, otherMeans as Float32Array) > 0.1);
  assert.ok((otherMeans as Float32Array).every((mean) => mean >= 0 && mean <= 6));
  small.dispose();
  untrained.dispose();
  assert.equal(tf.memory().numTensors, before, "tensors leak");
  for (const wrong of [0, 100, 224.5, 4096]) {
    await assert.rejects(
      efficientNetLite0({ side: wrong }),
      /^RangeError: Cannot build EfficientNet-Lite0 for/,
    );
  }
});

test("weights are converted once, kept as safetensors, and made again where the kept file is damaged", async (t) => {
  if (!(await fetched(t, "efficientnet-lite0"))) return;
  const folder = mkdtempSync(join(tmpdir(), "convlab-weights-"));
  try {
    const original = await optionalSource("efficientnet-lite0");
    copyFileSync(join(original, "efficientnet-lite0.pth"), join(folder, "efficientnet-lite0.pth"));
    const first = await weightsIn(folder);
    const kept = join(folder, "efficientnet-lite0.safetensors");
    assert.ok(readdirSync(folder).includes("efficientnet-lite0.safetensors"));
    assert.equal((await weightsIn(folder)).size, first.size);
    const bytes = readFileSync(kept);
    bytes[bytes.length - 5] = (bytes.at(-5) ?? 0) ^ 64;
    writeFileSync(kept, bytes);
    const again = await weightsIn(folder);
    assert.deepEqual(again.get("_fc.bias")?.data, first.get("_fc.bias")?.data);
    // Not even the kept file is needed to notice that the original is cut.
    rmSync(kept);
    writeFileSync(join(folder, "efficientnet-lite0.pth"), bytes.subarray(0, 1_000_000));
    await assert.rejects(weightsIn(folder), /^Error: Cannot read PyTorch weights/);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("efficientNetModel(weights) says which weight is missing or has another shape", () => {
  assert.throws(
    () => efficientNetModel(new Map(), 32),
    /^Error: Cannot build EfficientNet-Lite0: the weights have no _conv_stem\.weight/,
  );
  const odd = new Map([["_conv_stem.weight", { shape: [32, 3, 5, 5], data: new Float32Array(2400) }]]);
  assert.throws(() => efficientNetModel(odd, 32), /stem takes \[3,3,3,32\], the weights have \[5,5,3,32\]/);
});
