import type { PixelImage } from "../../arithmetic/pixelImage.js";

const side = 28;
/** Red and leaf green of the same gray: 0.299 red + 0.587 green + 0.114 blue comes to 93 for both. */
const cherry = [206, 46, 40] as const;
const leaf = [38, 130, 48] as const;
const centres = [
  [8, 8],
  [12, 20],
  [20, 12],
] as const;
const radius = 3.6;

/**
 * Three red cherries among green leaves, 28x28 pixels of three channels. A shadow falls across both alike, and both
 * colours have one brightness: in gray the cherries are gone.
 */
export function cherries(): PixelImage & { channels: 3 } {
  const pixels = new Uint8Array(side * side * 3);
  for (let row = 0; row < side; row++) {
    for (let column = 0; column < side; column++) {
      const inside = centres.some(([y, x]) => Math.hypot(row - y, column - x) <= radius);
      const light = (row + 2 * column) % 12 < 6 ? 1 : 0.75;
      const color = inside ? cherry : leaf;
      pixels.set(
        color.map((part) => Math.round(light * part)),
        (row * side + column) * 3,
      );
    }
  }
  return { height: side, width: side, channels: 3, pixels };
}
