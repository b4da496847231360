import { requireOptions } from "../../arithmetic/options.js";
import type { PixelImage } from "../../arithmetic/pixelImage.js";
import type { Images } from "../../images/images.js";
import { split } from "../../images/split.js";
import type { EfficientNetLite0 } from "../../networks/models/efficientnet/efficientnet.js";
import type { LabelledImage } from "./labelledImage.js";
import { plainRules } from "./plainRules.js";
import { type OwnHead, trainHead } from "./trainHead.js";

/** What one rule reads of photographs kept aside; a row for `table`. */
export type ReadByRule = {
  readonly rule: string;
  readonly right: number;
  readonly tests: number;
};

/** A head, and what it and rules without a network read. */
export interface HeadOnFew {
  readonly head: OwnHead;
  readonly classes: readonly string[];
  /** How many photographs it learned from. */
  readonly learned: number;
  /** The head first, then the rules. */
  readonly rows: readonly ReadByRule[];
}

/**
 * Trains a head of one's own on a few photographs and asks it about others, kept aside, beside rules that know no network:
 * the commonest class, one number of texture, and the mean colour.
 *
 * @param network as `openBackbone` gives it
 * @param photographs such as `imagesFromFolder` gives them
 * @param options.test the share that is kept aside, class by class. @default {0.4}
 * @param options.seed of the split. @default {1}
 * @throws {TypeError} if an option has another name
 * @throws {RangeError} if a share or seed is impossible, or nothing is left to be asked about
 * @example
 * const network = await efficientNetLite0();
 * const { rows } = headOnFew(network, await folderOrCrops(""));
 * rows[0]?.rule // "backbone and your head"
 * network.dispose();
 */
export function headOnFew(
  network: EfficientNetLite0,
  photographs: Images,
  options: { readonly test?: number; readonly seed?: number } = {},
): HeadOnFew {
  requireOptions("train a head on a few photographs", options, ["test", "seed"]);
  const { test = 0.4, seed = 1 } = options;
  const parts = split(photographs, { test, seed });
  if (parts.test.count === 0) {
    throw new RangeError(
      `Cannot train a head on a few photographs: of ${photographs.count} none is left to be asked about. Give more of each class, or a larger share than ${test}.`,
    );
  }
  const [known, asked] = [labelled(parts.train), labelled(parts.test)];
  const { classes } = photographs;
  const labels = known.map(({ label }) => label);
  const head = trainHead(network, known.map(({ image }) => image), labels, { classes: classes.length }); // biome-ignore format: one call
  const ways: Readonly<Record<string, (image: PixelImage) => number>> = {
    "backbone and your head": (image) => head.ask(image).label,
    ...Object.fromEntries(Object.entries(plainRules).map(([name, rule]) => [name, rule(known)])),
  };
  const rows = Object.entries(ways).map(([rule, answer]) => ({
    rule,
    right: asked.filter(({ image, label }) => answer(image) === label).length,
    tests: asked.length,
  }));
  return { head, classes, learned: known.length, rows };
}

function labelled({ count, height, width, channels, pixels, labels }: Images): LabelledImage[] {
  const bytes = height * width * channels;
  return Array.from({ length: count }, (_, at) => ({
    image: { height, width, channels, pixels: pixels.subarray(at * bytes, (at + 1) * bytes) },
    label: labels[at] as number,
  }));
}
