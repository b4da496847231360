import { createHash } from "node:crypto";
import { efficientNetLite0, type PixelImage } from "convlab";
import { experiment, nearestNeighbour, photoInputs, type Result } from "convlab/lessons";
import { grid } from "../shared.js";
import { enlargedDigits, side } from "./enlargedDigits.js";
import { batch, mapsBy, pooledBy } from "./pooled.js";
import { settleNormalisation } from "./settleNormalisation.js";

const perClass = [1, 2, 5, 10];
const testImages = 150;
const arm = "digits";
const ways = ["backbone", "backboneMaps", "pixels", "randomSettled", "randomSettledMaps"] as const;
type Way = (typeof ways)[number];
/** What is held against what. */
const pairs: readonly (readonly [Way, Way])[] = [
  ["backbone", "pixels"],
  ["backbone", "randomSettled"],
  ["backboneMaps", "backbone"],
  ["backboneMaps", "pixels"],
  ["backboneMaps", "randomSettledMaps"],
  ["randomSettledMaps", "pixels"],
];
const right = (way: Way, count: number) => (result: Result) =>
  (result[way] as number[])[perClass.indexOf(count)] as number;

export default experiment({
  id: "backbones-on-photographs/digits",
  question:
    "Digits from few examples on ten seeds: by the backbone's means, by its maps as they are, by pixels, and by random weights whose normalisation is settled",
  rows: grid([{ name: arm, side, testImages }], 10),
  means: [1, 10].flatMap((count) =>
    ways.map((way) => ({
      arms: [arm],
      measure: `right, ${way}, ${count} each`,
      of: right(way, count),
      percent: true,
    })),
  ),
  comparisons: [1, 5, 10].flatMap((count) =>
    pairs.map(([first, second]) => ({
      first: arm,
      second: arm,
      measure: `right with ${count} each, ${first} less ${second}`,
      of: right(first, count),
      secondOf: right(second, count),
      percent: true,
    })),
  ),
  async run({ seed }, context) {
    const { examples, tests } = await enlargedDigits(Math.max(...perClass), testImages, seed);
    const total = 4 * Math.ceil((examples.length + tests.length) / batch + 1);
    let batches = 0;
    const watch = () => context.report(Math.min(1, ++batches / total));
    const hash = createHash("sha256");
    const result: Record<string, number | number[]> = { perClass };
    const measure = (name: Way, featuresOf: (images: PixelImage[]) => Float32Array[]) => {
      const known = featuresOf(examples.map(({ image }) => image));
      const asked = featuresOf(tests.map(({ image }) => image));
      for (const row of known) hash.update(new Uint8Array(row.buffer));
      // Examples stand class by class in turn, so that the first so many have equally many of each.
      result[name] = perClass.map((count) => {
        const labels = examples.slice(0, 10 * count).map(({ label }) => label);
        const answer = nearestNeighbour(known.slice(0, 10 * count), labels);
        return (
          tests.filter(({ label }, at) => answer(asked[at] as Float32Array) === label).length / testImages
        );
      });
    };
    measure("pixels", (images) => images.map(({ pixels }) => Float32Array.from(pixels)));
    const trained = await efficientNetLite0({ side });
    measure("backbone", (images) => pooledBy(trained, images, watch));
    measure("backboneMaps", (images) => mapsBy(trained, images, watch));
    trained.dispose();
    const untrained = await efficientNetLite0({ side, untrained: seed });
    // Thirty digits of another draw. Their labels are not used.
    const others = (await enlargedDigits(3, 1, 1000 + seed)).examples;
    settleNormalisation(untrained.model, photoInputs(others.map(({ image }) => image)));
    measure("randomSettled", (images) => pooledBy(untrained, images, watch));
    measure("randomSettledMaps", (images) => mapsBy(untrained, images, watch));
    untrained.dispose();
    return { result, weights: hash.digest("hex") };
  },
});
