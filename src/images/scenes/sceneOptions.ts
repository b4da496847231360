import type { Box } from "../../arithmetic/maps/boxes.js";
import { requireWhole } from "../../arithmetic/whole.js";
import { bytesPerImage, type ImageSet, requireGray } from "../images.js";

/** What the making of a scene may ask for. */
export interface SceneOptions {
  /** Where digits and fragments are taken from: gray images, ink on black. */
  digits: ImageSet;
  /** The same seed makes the same scene. */
  seed: number;
  /** Pixels a side. @default {64} */
  size?: number;
  /** Fragments of other digits, 10x10 pixels at most. @default {8} */
  patches?: number;
  /** Whole digits. @default {1} */
  count?: number;
  /** Where whole digits may lie. @default {the whole canvas} */
  within?: Box;
}

/** The options with their defaults, after checking them. */
export function completed(options: SceneOptions): Required<SceneOptions> {
  const { digits, seed, size = 64, patches = 8, count = 1 } = options;
  requireGray(digits, "make a scene of");
  bytesPerImage(digits, "make a scene"); // refuses what does not fit
  requireWhole("make a scene", { size }, { from: 1, to: 4096 });
  requireWhole("make a scene", { patches }, { from: 0, to: 10_000 });
  requireWhole("make a scene", { count }, { from: 1, to: 10_000 });
  const { within = { top: 0, left: 0, bottom: size, right: size } } = options;
  const { top, left, bottom, right } = within;
  if (!(top >= 0 && left >= 0 && bottom <= size && right <= size && top < bottom && left < right)) {
    throw new RangeError(
      `Cannot keep digits within ${JSON.stringify(within)}: the canvas is ${size}x${size}. Give a box inside it.`,
    );
  }
  const needed = patches > 0 ? count + 1 : count;
  if (digits.count < needed) {
    throw new RangeError(
      `Cannot make a scene of ${digits.count} digits: ${count} whole and ${patches} patches of others take ${needed} or more. Load more digits.`,
    );
  }
  return { digits, seed, size, patches, count, within };
}
