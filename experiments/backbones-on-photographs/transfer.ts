import { createHash } from "node:crypto";
import { efficientNetLite0, type PixelImage, seeded } from "convlab";
import { experiment, nearestNeighbour, type Result, textureCrops } from "convlab/lessons";
import { grid } from "../shared.js";
import { enlargedDigits, side } from "./enlargedDigits.js";
import { batch, pooledBy } from "./pooled.js";

const perClass = [1, 2, 5, 10];
const tasks = ["textures", "digits"];
const ways = ["backbone", "untrained", "pixels"];
const right = (way: string, count: number) => (result: Result) =>
  (result[way] as number[])[perClass.indexOf(count)] as number;

export default experiment({
  id: "backbones-on-photographs/transfer",
  question: "How well the nearest neighbour answers for few examples, by what it compares",
  rows: grid(
    tasks.map((task) => ({ name: task, task, side, testImages: 150 })),
    3,
  ),
  means: [1, 10].flatMap((count) =>
    ways.map((way) => ({
      arms: tasks,
      measure: `right, ${way}, ${count} each`,
      of: right(way, count),
      percent: true,
    })),
  ),
  comparisons: perClass.flatMap((count) =>
    ways.slice(1).map((way) => ({
      first: "digits",
      second: "digits",
      measure: `right with ${count} each, backbone less ${way}`,
      of: right("backbone", count),
      secondOf: right(way, count),
      percent: true,
    })),
  ),
  async run({ configuration, seed }, context) {
    const classes = configuration.task === "digits" ? 10 : 3;
    const testImages = Number(configuration.testImages);
    const { examples, tests } = await (configuration.task === "digits" ? enlargedDigits : textures)(
      Math.max(...perClass),
      testImages,
      seed,
    );
    const total = 2 * (Math.ceil(examples.length / batch) + Math.ceil(tests.length / batch));
    let batches = 0;
    const watch = () => context.report(Math.min(1, ++batches / total));
    const trained = await efficientNetLite0({ side });
    const untrained = await efficientNetLite0({ side, untrained: seed });
    const ways = {
      backbone: (images: PixelImage[]) => pooledBy(trained, images, watch),
      untrained: (images: PixelImage[]) => pooledBy(untrained, images, watch),
      pixels: (images: PixelImage[]) => images.map(({ pixels }) => Float32Array.from(pixels)),
    };
    const result: Record<string, number | number[]> = { perClass, classes };
    const hash = createHash("sha256");
    for (const [name, featuresOf] of Object.entries(ways)) {
      const known = featuresOf(examples.map(({ image }) => image));
      const asked = featuresOf(tests.map(({ image }) => image));
      for (const row of known) hash.update(new Uint8Array(row.buffer));
      // Examples stand class by class in turn, so that the first so many have equally many of each.
      result[name] = perClass.map((count) => {
        const labels = examples.slice(0, count * classes).map(({ label }) => label);
        const answer = nearestNeighbour(known.slice(0, count * classes), labels);
        return (
          tests.filter(({ label }, index) => answer(asked[index] as Float32Array) === label).length /
          testImages
        );
      });
    }
    for (const network of [trained, untrained]) network.dispose();
    const backbone = result.backbone as number[];
    result.testAccuracy = backbone.at(-1) as number;
    return { result, weights: hash.digest("hex") };
  },
});

/** Crops of three textures; examples and tests come from different halves of the pictures. */
async function textures(count: number, testImages: number, seed: number) {
  const random = seeded(seed);
  const cut = (half: "left" | "right", each: number) => textureCrops({ half, each, side, random });
  return { examples: await cut("left", count), tests: await cut("right", testImages / 3) };
}
