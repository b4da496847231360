import { requireOptions } from "../../arithmetic/options.js";
import { seeded } from "../../arithmetic/random.js";
import { channelsOf, type ImageSet, type SameKind } from "../images.js";
import { type Affine, warp } from "./warp.js";

/** How far each change may go: it is drawn evenly from minus to plus this number, for every image anew. */
export interface DistortOptions {
  /** The same seed gives the same variants. */
  seed: number;
  /** Pixels, in each direction. @default {2} */
  shift?: number;
  /** Part of the size by which a digit grows or shrinks, below 1. @default {0.1} */
  scale?: number;
  /** Part by which it gets narrower and, at once, taller, or the reverse, below 1. @default {0.1} */
  squeeze?: number;
  /** Pixels to the side for each pixel of height: the slant. @default {0.2} */
  shear?: number;
  /** Degrees. The paper does not turn digits. @default {0} */
  rotation?: number;
  /**
   * What moves in from beyond the border: black, or the nearest pixel of the border.
   * @default {"background" for gray images, whose background is black, "edge" for colour}
   */
  outside?: "background" | "edge";
}

/**
 * A new variant of every image: shifted, scaled, squeezed and sheared at random about the middle of its field, gray values between
 * pixels read bilinearly. The labels are copied. The same seed gives the same variants.
 *
 * @throws {TypeError} if an option has another name
 * @throws {RangeError} if a range is negative, or would flatten a digit (scale or squeeze from 1)
 * @example
 * const { train } = await loadMnist({ trainImages: 100 });
 * distort(train, { seed: 1 }).count // 100 variants; with another seed, 100 others
 * @see LeCun, Bottou, Bengio and Haffner, *Gradient-based learning applied to document recognition*, 1998, section III-A: the kinds
 * of distortion, without ranges
 */
export function distort<Given extends ImageSet>(images: Given, options: DistortOptions): SameKind<Given> {
  requireOptions("distort images", options, [
    "seed",
    "shift",
    "scale",
    "squeeze",
    "shear",
    "rotation",
    "outside",
  ]);
  const { seed, shift = 2, scale = 0.1, squeeze = 0.1, shear = 0.2, rotation = 0 } = options;
  const { outside = channelsOf(images) === 1 ? "background" : "edge" } = options;
  for (const [name, range, limit] of [
    ["shift", shift, Number.POSITIVE_INFINITY],
    ["scale", scale, 1],
    ["squeeze", squeeze, 1],
    ["shear", shear, Number.POSITIVE_INFINITY],
    ["rotation", rotation, Number.POSITIVE_INFINITY],
  ] as const) {
    if (!(range >= 0 && range < limit)) {
      const way = `Give 0 or more${limit === 1 ? ", less than 1" : ""}.`;
      throw new RangeError(`Cannot distort digits with ${name} ${range}. ${way}`);
    }
  }
  if (outside !== "background" && outside !== "edge") {
    throw new RangeError(`Cannot distort digits with outside ${outside}. Give "background" or "edge".`);
  }
  const random = seeded(seed);
  const within = (range: number) => (2 * random() - 1) * range;
  const affine = () => {
    // Six numbers for each image, whatever the ranges, so that one option does not change the others' draws.
    const [down, right, grow, narrow] = [
      within(shift),
      within(shift),
      1 + within(scale),
      1 + within(squeeze),
    ];
    return turned({
      grow,
      narrow,
      slant: within(shear),
      angle: (within(rotation) * Math.PI) / 180,
      down,
      right,
    });
  };
  return warp(images, affine, outside);
}

/** Scaled and squeezed, then sheared, then turned, then shifted. */
function turned(by: {
  grow: number;
  narrow: number;
  slant: number;
  angle: number;
  down: number;
  right: number;
}): Affine {
  const [tall, wide] = [by.grow * by.narrow, by.grow / by.narrow];
  const [cos, sin] = [Math.cos(by.angle), Math.sin(by.angle)];
  return {
    rows: [cos * tall - sin * by.slant * tall, -sin * wide, by.down],
    columns: [sin * tall + cos * by.slant * tall, cos * wide, by.right],
  };
}
