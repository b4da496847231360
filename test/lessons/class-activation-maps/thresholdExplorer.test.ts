import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { intersectionOverUnion } from "../../../src/arithmetic/maps/boxes.js";
import { aboveLevel, boxFromMap, peakOf } from "../../../src/arithmetic/maps/boxFromMap.js";
import { connectedComponents } from "../../../src/arithmetic/maps/components.js";
import { enlarge } from "../../../src/arithmetic/maps/enlarge.js";
import { seeded } from "../../../src/arithmetic/random.js";
import {
  type MappedScene,
  thresholdExplorer,
} from "../../../src/lessons/class-activation-maps/thresholdExplorer.js";
import { driven, itemsOf, textsOf } from "../explorer/vegaExplorer.js";

const random = seeded(11);
const side = 64;
const [top, left] = [20, 8];
const image = Array.from({ length: side }, (_, y) =>
  Array.from({ length: side }, (_, x) => (y >= top && y < top + 18 && x >= left && x < left + 12 ? 200 : 0)),
);
/** Blobs of several sizes on uneven ground, some of it below zero. */
const bumps = (count: number) => {
  const middles = Array.from({ length: count }, () => [
    16 * random(),
    16 * random(),
    1 + 2 * random(),
    4 * random(),
  ]);
  return Array.from({ length: 16 }, (_, y) =>
    Array.from({ length: 16 }, (_, x) =>
      middles.reduce(
        (sum, [row = 0, column = 0, wide = 1, high = 0]) =>
          sum + high * Math.exp(-((y - row) ** 2 + (x - column) ** 2) / (2 * wide * wide)),
        0.6 * random() - 0.5,
      ),
    ),
  );
};
const noise = Array.from({ length: 16 }, () => Array.from({ length: 16 }, () => random() - 0.4));
const negative = Array.from({ length: 16 }, () => new Array<number>(16).fill(-1));
const ring = Array.from({ length: 16 }, (_, y) =>
  Array.from({ length: 16 }, (_, x) => (Math.abs(Math.hypot(y - 7, x - 7) - 5) < 1 ? 1 : 0)),
);
const maps = [bumps(3), bumps(6), noise, ring, negative]; // biome-ignore format: one line each
const truth = { top, left, bottom: top + 18, right: left + 12 };
const scenes: MappedScene[] = maps.map((map, index) => ({
  name: `scene ${index}`,
  image,
  map: map.map((row) => row.map((value) => Number(value.toFixed(4)))),
  truth,
}));
const explorer = thresholdExplorer(scenes);
type Row = Record<string, number>;

function wanted(index: number, threshold: number) {
  const map = enlarge(scenes[index]?.map ?? [], { height: side, width: side });
  const box = boxFromMap(map, { threshold });
  const mask = aboveLevel(map, threshold * peakOf(map).value);
  return {
    box,
    pieces: box && connectedComponents(mask).length,
    pixels: box && mask.flat().filter((bit) => bit === 1).length,
    overlap: box && intersectionOverUnion(box, truth),
  };
}

function found(view: import("vega").View) {
  const [largest] = view.data("largest") as Row[];
  if (largest === undefined)
    return { box: undefined, pieces: undefined, pixels: undefined, overlap: undefined };
  const { bottom = 0, right = 0 } = largest;
  return {
    box: { top: largest.top, left: largest.left, bottom, right },
    pieces: view.data("components").length,
    pixels: view.data("labelled").length,
    overlap: largest.overlap,
  };
}

describe("thresholdExplorer", () => {
  for (const [index] of scenes.entries()) {
    for (const threshold of [0, 0.2, 0.37, 0.6, 0.95]) {
      it(`finds the box that the arithmetic finds: scene ${index} at ${threshold}`, async () => {
        const signals = { scene: `scene ${index}`, threshold };
        assert.deepEqual(await driven(explorer, signals, found), wanted(index, threshold));
      });
    }
  }

  it("forgets what was before when controls move on", async () => {
    const spec = structuredClone(explorer);
    assert.ok(spec);
    const results = await driven(explorer, {}, (view) => {
      const steps: [number, number][] = [[0, 0.1], [0, 0.7], [0, 0.2], [3, 0.2], [4, 0.2], [1, 0.05], [1, 0.5], [0, 0.2]];
      return steps.map(([index, threshold]) => {
        view.signal("scene", `scene ${index}`);
        view.signal("threshold", threshold);
        view.run();
        return [found(view), wanted(index, threshold)] as const;
      });
    });
    for (const [is, should] of results) assert.deepEqual(is, should);
  }); // biome-ignore format: the steps in one line

  it("says and draws what it finds", async () => {
    const { box, pieces, pixels, overlap } = wanted(0, 0.5);
    assert.ok(box && overlap !== undefined);
    await driven(explorer, { threshold: 0.5 }, (view) => {
      const said = textsOf(view).join(" | ");
      const maximum = peakOf(enlarge(scenes[0]?.map ?? [], { height: 64, width: 64 })).value;
      assert.ok(said.includes(`maximum ${maximum.toFixed(2)}, so the level is ${(maximum / 2).toFixed(2)}: ${pixels} pixels above, in ${pieces} piece`), said);
      assert.ok(said.includes(`box of ${box.bottom - box.top} x ${box.right - box.left} (orange); the true box is 18 x 12 (blue)`), said);
      assert.ok(said.includes(`intersection over union ${overlap.toFixed(2)}${overlap >= 0.5 ? ": localised" : ": missed"}`), said);
      const frames = itemsOf(view, ({ name }) => name === "found") as { x?: number; y?: number; width?: number }[];
      assert.equal(frames.length, 3);
      assert.deepEqual([frames[0]?.x, frames[0]?.y, frames[0]?.width].map((side) => Math.round((3 / 8) * (side ?? 0))), [box.left, box.top, box.right - box.left]);
    });
    await driven(explorer, { scene: "scene 4" }, (view) => {
      assert.equal(itemsOf(view, ({ name }) => name === "found").length, 0, "a map below zero has no box");
    });
  }); // biome-ignore format: sentences

  it("refuses what does not fit", () => {
    assert.throws(() => thresholdExplorer([]), /^RangeError: Cannot explore thresholds: there is no scene/);
    const [scene] = scenes as [MappedScene];
    assert.throws(
      () => thresholdExplorer([{ ...scene, image: image.slice(1) }]),
      /^RangeError: Cannot explore scene 0/,
    );
    const odd = noise.slice(1).map((row) => row.slice(1));
    assert.throws(
      () => thresholdExplorer([{ ...scene, map: odd }]),
      /^RangeError: Cannot enlarge maps of 15x15 to 64x64/,
    );
    assert.throws(
      () => thresholdExplorer([scene, { ...scene, map: odd }]),
      /^RangeError: Cannot explore scene 0/,
    );
  });
});
