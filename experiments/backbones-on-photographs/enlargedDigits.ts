import { type PixelImage, pick, resizeImage, seeded, shuffled } from "convlab";
import { mnist } from "../shared.js";

/** Pixels of a side of every image that a network gets here: a multiple of 32, smaller than 224, to take less time. */
export const side = 128;

interface Labelled {
  image: PixelImage;
  label: number;
}

/** Digits that the backbone has never seen the like of, enlarged: so many of each class to know, and others to ask about. */
export async function enlargedDigits(count: number, testImages: number, seed: number) {
  const { train, test } = await mnist;
  const random = seeded(seed);
  const enlarged = (set: typeof train, index: number): Labelled => {
    const { height, width, pixels, labels } = pick(set, [index]);
    const image = resizeImage({ height, width, channels: 1, pixels }, { height: side, width: side });
    return { image, label: labels[0] as number };
  };
  const order = [...shuffled(train.count, random)];
  const examples = Array.from({ length: count }, (_, turn) =>
    Array.from(
      { length: 10 },
      (_, label) => order.filter((at) => train.labels[at] === label)[turn] as number,
    ),
  );
  const tests = [...shuffled(test.count, random)].slice(0, testImages);
  return {
    examples: examples.flat().map((index) => enlarged(train, index)),
    tests: tests.map((index) => enlarged(test, index)),
  };
}
