import { createHash } from "node:crypto";
import { efficientNetLite0, mean, type PixelImage, seeded } from "convlab";
import { experiment, nearestNeighbour, photoInputs, type Result } from "convlab/lessons";
import { grid } from "../shared.js";
import { cropsFromAnyDistance, cropsFromOneDistance, side } from "./crops.js";
import { pooledBy } from "./pooled.js";
import { settleNormalisation } from "./settleNormalisation.js";
import { histogram, neighbourDifference, neighbourDifferences } from "./simpleRules.js";

const perClass = [1, 2, 5, 10];
const testImages = 90;

const arms = ["from one distance", "from any distance"] as const;
const ways = ["backbone", "oneNumber", "twelveNumbers", "histogram", "pixels", "random", "randomSettled"];
const right = (way: string, count: number) => (result: Result) =>
  (result[way] as number[])[perClass.indexOf(count)] as number;

export default experiment({
  id: "backbones-on-photographs/textures",
  question:
    "Brick, grass or gravel from few examples: the backbone beside simple rules, and beside random weights whose normalisation is settled",
  rows: grid(
    [
      { name: arms[0], distance: "one", side, testImages },
      { name: arms[1], distance: "any", side, testImages },
    ],
    3,
  ).sort((a, b) => a.seed - b.seed),
  means: [1, 10].flatMap((count) =>
    ways.map((way) => ({
      arms,
      measure: `right, ${way}, ${count} each`,
      of: right(way, count),
      percent: true,
    })),
  ),
  comparisons: arms.flatMap((arm) => [
    ...[10, 1].flatMap((count) =>
      ways.slice(1).map((way) => ({
        first: arm,
        second: arm,
        measure: `right with ${count} each, backbone less ${way}`,
        of: right("backbone", count),
        secondOf: right(way, count),
        percent: true,
      })),
    ),
    {
      first: arm,
      second: arm,
      measure: "right with 10 each, randomSettled less random",
      of: right("randomSettled", 10),
      secondOf: right("random", 10),
      percent: true,
    },
  ]),
  async run({ configuration, seed }, context) {
    const random = seeded(seed);
    const cut = configuration.distance === "any" ? cropsFromAnyDistance : cropsFromOneDistance;
    const examples = await cut("left", Math.max(...perClass), random);
    const tests = await cut("right", testImages / 3, random);
    const others = await cut("left", Math.max(...perClass), random);
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
      context.report(++asked / 7);
    };
    measure("oneNumber", (images) => images.map((image) => Float32Array.of(neighbourDifference(image))));
    measure("twelveNumbers", (images) => images.map(neighbourDifferences));
    measure("histogram", (images) => images.map(histogram));
    measure("pixels", (images) => images.map(({ pixels }) => Float32Array.from(pixels)));
    const trained = await efficientNetLite0({ side });
    measure("backbone", (images) => pooledBy(trained, images));
    trained.dispose();
    const untrained = await efficientNetLite0({ side, untrained: seed });
    measure("random", (images) => pooledBy(untrained, images));
    settleNormalisation(untrained.model, photoInputs(others.map(({ image }) => image)));
    measure("randomSettled", (images) => pooledBy(untrained, images));
    untrained.dispose();
    return { result, weights: hash.digest("hex") };
  },
});
