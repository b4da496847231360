import { createHash } from "node:crypto";
import { classifyPhotograph, efficientNetLite0, mean, type PixelImage, resizeImage, seeded } from "convlab";
import {
  centreSquare,
  correlation,
  experiment,
  type PhotographName,
  photograph,
  type Result,
} from "convlab/lessons";
import { grid } from "../shared.js";

/** The square that is greyed: 3 x 3 places of the map, each 32 pixels a side. */
const places = 3;
const gray = 127; // what the network takes as zero

const asked: readonly [name: PhotographName, className: string][] = [
  ["cat", "tiger cat"],
  ["cat", "Egyptian cat"],
  ["coffee", "espresso"],
  ["coffee", "cup"],
  ["rocket", "missile"],
  ["rocket", "space shuttle"],
  ["astronaut", "football helmet"],
  ["astronaut", "space shuttle"],
];
const arms = asked.map(([name, className]) => `${name}, ${className}`);

export default experiment({
  id: "backbones-on-photographs/counterfactuals",
  question:
    "A square of a photograph is greyed, at each place in turn: does the logit fall where the map of its class says so",
  rows: grid(
    asked.map(([name, className]) => ({
      name: `${name}, ${className}`,
      photograph: name,
      className,
      places,
      gray,
    })),
    3,
  ),
  means: ["logit", "fallAtStrongest", "meanFall", "placesThatFallMore", "correlation"].map((measure) => ({
    arms,
    measure,
  })),
  comparisons: arms.flatMap((name) => [
    {
      first: name,
      second: name,
      measure: "the logit's fall where the map is strongest less its mean fall",
      of: ({ fallAtStrongest }: Result) => fallAtStrongest as number,
      secondOf: ({ meanFall }: Result) => meanFall as number,
    },
    {
      first: name,
      second: name,
      measure: "the same of the logit less the mean of all logits",
      of: ({ ownFallAtStrongest }: Result) => ownFallAtStrongest as number,
      secondOf: ({ meanOwnFall }: Result) => meanOwnFall as number,
    },
  ]),
  async run({ configuration, seed }, context) {
    const network = await efficientNetLite0();
    const square = centreSquare(await photograph(configuration.photograph as PhotographName));
    const whole = resizeImage(cutOut(square, seed), { height: network.side, width: network.side });
    const className = String(configuration.className);
    const answer = classifyPhotograph(network, framed(whole));
    const { logit } = answer.of(className);
    // What all classes have in common decides nothing: a logit counts by what it is above the mean of all.
    const own = logit - mean(answer.logits);
    const map = answer.mapOf(className);
    const step = network.side / map.length;
    const starts = Array.from({ length: map.length - places + 1 }, (_, at) => at);
    const squares = starts.flatMap((row) => starts.map((column) => ({ row, column })));
    const evidence: number[] = [];
    const falls: number[] = [];
    const ownFalls: number[] = [];
    const bestAfter: number[] = [];
    for (const [at, { row, column }] of squares.entries()) {
      const after = classifyPhotograph(
        network,
        framed(greyed(whole, row * step, column * step, places * step)),
      );
      evidence.push(
        mean(map.slice(row, row + places).flatMap((line) => line.slice(column, column + places))),
      );
      const left = after.of(className).logit;
      falls.push(logit - left);
      ownFalls.push(own - (left - mean(after.logits)));
      bestAfter.push(after.top(1)[0]?.classIndex ?? -1);
      context.report((at + 1) / squares.length);
    }
    network.dispose();
    const strongest = evidence.indexOf(Math.max(...evidence));
    const result = {
      logit,
      best: answer.top(1)[0]?.classIndex ?? -1,
      map,
      evidence,
      falls,
      ownFalls,
      bestAfter,
      strongestRow: squares[strongest]?.row ?? -1,
      strongestColumn: squares[strongest]?.column ?? -1,
      fallAtStrongest: falls[strongest] ?? Number.NaN,
      meanFall: mean(falls),
      ownFallAtStrongest: ownFalls[strongest] ?? Number.NaN,
      meanOwnFall: mean(ownFalls),
      largestFall: Math.max(...falls),
      placesThatFallMore: falls.filter((fall) => fall > (falls[strongest] ?? 0)).length,
      correlation: correlation(evidence, falls),
    };
    return {
      result,
      weights: createHash("sha256")
        .update(JSON.stringify([map, falls]))
        .digest("hex"),
    };
  },
});

/** The square as it is for seed 1; for others nine tenths of it, at a place drawn at random. */
function cutOut(image: PixelImage, seed: number): PixelImage {
  if (seed === 1) return image;
  const { width, channels } = image;
  const side = Math.round(0.9 * width);
  const random = seeded(seed);
  const [top, left] = [0, 1].map(() => Math.floor(random() * (width - side + 1))) as [number, number];
  const pixels = new Uint8Array(side * side * channels);
  for (let row = 0; row < side; row++) {
    const start = ((top + row) * width + left) * channels;
    pixels.set(image.pixels.subarray(start, start + side * channels), row * side * channels);
  }
  return { height: side, width: side, channels, pixels };
}

/** With a margin of a fourteenth around it, which is what the network's reading of a photograph cuts off. */
function framed(image: PixelImage): PixelImage {
  const { width, channels } = image;
  const margin = width / 14;
  const side = width + 2 * margin;
  const pixels = new Uint8Array(side * side * channels);
  for (let row = 0; row < width; row++) {
    const line = image.pixels.subarray(row * width * channels, (row + 1) * width * channels);
    pixels.set(line, ((row + margin) * side + margin) * channels);
  }
  return { height: side, width: side, channels, pixels };
}

function greyed(image: PixelImage, top: number, left: number, side: number): PixelImage {
  const { width, channels } = image;
  const pixels = Uint8Array.from(image.pixels);
  for (let row = top; row < top + side; row++) {
    pixels.fill(gray, (row * width + left) * channels, (row * width + left + side) * channels);
  }
  return { ...image, pixels };
}
