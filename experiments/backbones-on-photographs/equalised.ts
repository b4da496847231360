import { createHash } from "node:crypto";
import { efficientNetLite0, mean, type PixelImage, seeded } from "convlab";
import { experiment, nearestNeighbour, photoInputs, type Result } from "convlab/lessons";
import { grid } from "../shared.js";
import { cropsFromAnyDistance, side } from "./crops.js";
import { pooledBy } from "./pooled.js";
import { settleNormalisation } from "./settleNormalisation.js";
import { histogram, neighbourDifference, neighbourDifferences, orientations } from "./simpleRules.js";

const perClass = [1, 2, 5, 10];
const testImages = 90;
const arm = "from any distance, equalised";
const ways = [
  ...["backbone", "oneNumber", "twelveNumbers", "histogram", "orientations"],
  ...["allRules", "pixels", "randomSettled"],
];
const right = (way: string, count: number) => (result: Result) =>
  (result[way] as number[])[perClass.indexOf(count)] as number;

export default experiment({
  id: "backbones-on-photographs/equalised",
  question:
    "Brick, grass or gravel from any distance, every crop with the same histogram of gray: what is left for simple rules, for random weights, and for the backbone",
  rows: grid([{ name: arm, side, testImages }], 5),
  means: [1, 10].flatMap((count) =>
    ways.map((way) => ({
      arms: [arm],
      measure: `right, ${way}, ${count} each`,
      of: right(way, count),
      percent: true,
    })),
  ),
  comparisons: [1, 10].flatMap((count) =>
    ways.slice(1).map((way) => ({
      first: arm,
      second: arm,
      measure: `right with ${count} each, backbone less ${way}`,
      of: right("backbone", count),
      secondOf: right(way, count),
      percent: true,
    })),
  ),
  async run({ seed }, context) {
    const random = seeded(seed);
    const cut = async (half: "left" | "right", each: number) =>
      (await cropsFromAnyDistance(half, each, random)).map(({ image, label }) => ({
        image: equalised(image, random),
        label,
      }));
    const examples = await cut("left", Math.max(...perClass));
    const tests = await cut("right", testImages / 3);
    const others = await cut("left", Math.max(...perClass));
    const hash = createHash("sha256");
    const result: Record<string, number | number[]> = { perClass };
    let asked = 0;
    const measure = (name: string, featuresOf: (images: PixelImage[]) => Float32Array[]) => {
      const known = featuresOf(examples.map(({ image }) => image));
      const wanted = featuresOf(tests.map(({ image }) => image));
      for (const row of known) hash.update(new Uint8Array(row.buffer));
      // Examples stand class by class in turn, so that the first so many have equally many of each.
      result[name] = perClass.map((count) => {
        const labels = examples.slice(0, 3 * count).map(({ label }) => label);
        const answer = nearestNeighbour(known.slice(0, 3 * count), labels);
        return mean(tests.map(({ label }, at) => Number(answer(wanted[at] as Float32Array) === label)));
      });
      context.report(++asked / ways.length);
    };
    const each = (rule: (image: PixelImage) => Float32Array) => (images: PixelImage[]) => images.map(rule);
    measure(
      "oneNumber",
      each((image) => Float32Array.of(neighbourDifference(image))),
    );
    measure("twelveNumbers", each(neighbourDifferences));
    measure("histogram", each(histogram));
    measure("orientations", each(orientations));
    measure("allRules", each(allRules));
    measure(
      "pixels",
      each(({ pixels }) => Float32Array.from(pixels)),
    );
    const trained = await efficientNetLite0({ side });
    measure("backbone", (images) => pooledBy(trained, images));
    trained.dispose();
    const untrained = await efficientNetLite0({ side, untrained: seed });
    settleNormalisation(untrained.model, photoInputs(others.map(({ image }) => image)));
    measure("randomSettled", (images) => pooledBy(untrained, images));
    untrained.dispose();
    return { result, weights: hash.digest("hex") };
  },
});

/** Differences and orientations in one list, each rule brought to about the same size. */
function allRules(image: PixelImage): Float32Array {
  const differences = neighbourDifferences(image).map((value) => value / 127);
  return Float32Array.from([...differences, ...orientations(image)]);
}

/** Every gray as often as every other: pixels are ranked by their gray, ties by chance. */
function equalised(image: PixelImage, random: () => number): PixelImage {
  const ranked = Array.from(image.pixels, (value, at) => ({ at, key: value + random() })).sort(
    (a, b) => a.key - b.key,
  );
  const pixels = new Uint8Array(ranked.length);
  for (const [rank, { at }] of ranked.entries()) pixels[at] = Math.floor((256 * rank) / ranked.length);
  return { ...image, pixels };
}
