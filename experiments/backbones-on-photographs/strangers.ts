import { createHash } from "node:crypto";
import {
  classifyPhotograph,
  cropImage,
  efficientNetLite0,
  mean,
  type PixelImage,
  resizeImage,
  seeded,
} from "convlab";
import { experiment, photograph, type Result, textureCrops, toGray } from "convlab/lessons";
import { grid } from "../shared.js";
import { enlargedDigits } from "./enlargedDigits.js";
import { neighbourDifference } from "./simpleRules.js";

/** Pictures of each kind. All are gray: colour would give the photographs away. */
const each = 20;
const side = 224;
/** Two photographs whose thing stands in the network's list, and pictures of things that do not. */
const known = ["cat", "coffee"] as const;
const strangers = ["textures", "digits", "noise"] as const;
const arm = "largest probability";

export default experiment({
  id: "backbones-on-photographs/strangers",
  question:
    "Does the largest probability tell pictures of things in the network's list from pictures of things that are not, and does a simple rule",
  rows: grid([{ name: arm, each }], 5),
  means: [
    ...[...known, ...strangers].map((kind) => ({
      arms: [arm],
      measure: `largest probability, mean, ${kind}`,
      of: (result: Result) => mean(result[kind] as number[]),
    })),
    ...strangers.map((kind) => ({
      arms: [arm],
      measure: `strangers surer than the least sure known one, ${kind}`,
      of: (result: Result) => {
        const least = Math.min(...known.flatMap((name) => result[name] as number[]));
        return mean((result[kind] as number[]).map((value) => Number(value > least)));
      },
      percent: true,
    })),
  ],
  comparisons: strangers.flatMap((kind) =>
    ["byProbability", "byNeighbours"].map((way) => ({
      first: arm,
      second: 0.5,
      measure: `pairs in the right order, ${way}, ${kind}`,
      of: (result: Result) => result[`${way}, ${kind}`] as number,
      percent: true,
    })),
  ),
  async run({ seed }, context) {
    const random = seeded(seed);
    const sets: Record<string, PixelImage[]> = {
      cat: await cropsOf("cat", random),
      coffee: await cropsOf("coffee", random),
      textures: (await textureCrops({ half: "right", each: Math.ceil(each / 3), side, random }))
        .slice(0, each)
        .map(({ image }) => image),
      digits: (await enlargedDigits(1, each, seed)).tests.map(({ image }) =>
        resizeImage(image, { height: side, width: side }),
      ),
      noise: Array.from({ length: each }, () => noise(random)),
    };
    const network = await efficientNetLite0();
    let done = 0;
    const total = Object.values(sets).flat().length;
    const result: Record<string, number | number[]> = {};
    for (const [name, images] of Object.entries(sets)) {
      result[name] = images.map((image) => {
        context.report(++done / total);
        return classifyPhotograph(network, image).top(1)[0]?.probability ?? Number.NaN;
      });
    }
    network.dispose();
    const ofKnown = (values: (name: string) => number[]) => known.flatMap(values);
    const byNeighbours = (name: string) => (sets[name] ?? []).map(neighbourDifference);
    for (const kind of strangers) {
      const byProbability = (name: string) => result[name] as number[];
      result[`byProbability, ${kind}`] = rightOrder(ofKnown(byProbability), byProbability(kind));
      const order = rightOrder(ofKnown(byNeighbours), byNeighbours(kind));
      // Of a rule that nobody has fixed beforehand the better direction counts.
      result[`byNeighbours, ${kind}`] = Math.max(order, 1 - order);
    }
    return { result, weights: createHash("sha256").update(JSON.stringify(result)).digest("hex") };
  },
});

/** Squares of eight to ten tenths of the photograph's shorter side, at random places, in gray. */
async function cropsOf(name: (typeof known)[number], random: () => number): Promise<PixelImage[]> {
  const image = toGray(await photograph(name));
  const shorter = Math.min(image.height, image.width);
  return Array.from({ length: each }, () => {
    const own = Math.round((0.8 + 0.2 * random()) * shorter);
    const [top, left] = [image.height, image.width].map((whole) =>
      Math.floor(random() * (whole - own + 1)),
    ) as [number, number];
    return resizeImage(cropImage(image, { top, left, height: own, width: own }), {
      height: side,
      width: side,
    });
  });
}

function noise(random: () => number): PixelImage {
  const pixels = Uint8Array.from({ length: side * side }, () => 256 * random());
  return { height: side, width: side, channels: 1, pixels };
}

/** The share of pairs, one of each list, in which the first is larger; a tie counts half. */
function rightOrder(first: readonly number[], second: readonly number[]): number {
  return mean(first.flatMap((a) => second.map((b) => (a > b ? 1 : a === b ? 0.5 : 0))));
}
