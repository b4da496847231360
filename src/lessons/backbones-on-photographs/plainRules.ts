import type { PixelImage } from "../../arithmetic/pixelImage.js";
import { mean } from "../../arithmetic/statistics/statistics.js";
import type { LabelledImage } from "./labelledImage.js";

/** The mean difference of a pixel from its right neighbour, in levels: one number. */
const neighbourDifference = ({ width, channels, pixels }: PixelImage): number[] => {
  const row = width * channels;
  let [sum, count] = [0, 0];
  for (let at = 0; at < pixels.length; at++) {
    if (at % row >= row - channels) continue;
    sum += Math.abs((pixels[at] as number) - (pixels[at + channels] as number));
    count++;
  }
  return [sum / Math.max(1, count)];
};

/** The mean of each channel: three numbers. */
const meanColour = ({ channels, pixels }: PixelImage): number[] =>
  Array.from({ length: channels }, (_, channel) =>
    mean(Array.from(pixels).filter((_, at) => at % channels === channel)),
  );

const distance = (a: readonly number[], b: readonly number[]) =>
  a.reduce((sum, value, at) => sum + (value - (b[at] as number)) ** 2, 0);

/** The class whose examples have the nearest mean, by a description of few numbers. */
function byMean(describe: (image: PixelImage) => number[]) {
  return (examples: readonly LabelledImage[]) => {
    const labels = [...new Set(examples.map(({ label }) => label))].sort((a, b) => a - b);
    const means = labels.map((label) => {
      const rows = examples.filter((each) => each.label === label).map(({ image }) => describe(image));
      return (rows[0] as number[]).map((_, at) => mean(rows.map((row) => row[at] as number)));
    });
    return (image: PixelImage) => {
      const own = describe(image);
      const distances = means.map((each) => distance(each, own));
      return labels[distances.indexOf(Math.min(...distances))] as number;
    };
  };
}

function commonest(examples: readonly LabelledImage[]) {
  const counts = new Map<number, number>();
  for (const { label } of examples) counts.set(label, (counts.get(label) ?? 0) + 1);
  const [[label] = [0]] = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  return () => label;
}

/** Rules without a network, by their names: from examples to a function from an image to its label. */
export const plainRules: Readonly<
  Record<string, (examples: readonly LabelledImage[]) => (image: PixelImage) => number>
> = {
  "always the commonest class": commonest,
  "one number: difference of neighbours": byMean(neighbourDifference),
  "three numbers: mean colour": byMean(meanColour),
};
