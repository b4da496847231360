import type { PixelImage } from "../../../src/arithmetic/pixelImage.js";
import { mapOverlay } from "../../../src/charts/figures/mapOverlay.js";
import { photoGrid } from "../../../src/charts/figures/photoGrid.js";
import { camExplorer } from "../../../src/lessons/backbones-on-photographs/camExplorer.js";
import type { Example } from "../../charts/gallery.js";

/** A made-up photograph: colours that change slowly, as in a sunset. */
export function sunset(side: number, shade = 0): PixelImage & { channels: 3 } {
  const pixels = new Uint8Array(3 * side * side);
  for (let pixel = 0; pixel < side * side; pixel++) {
    const [row, column] = [Math.floor(pixel / side), pixel % side];
    pixels.set(
      [200 - (100 * row) / side, 80 + (60 * column) / side + shade, 60 + (120 * row) / side],
      3 * pixel,
    );
  }
  return { height: side, width: side, channels: 3, pixels };
}

export const examples: readonly Example[] = [
  {
    name: "photo-grid",
    draw: () => photoGrid([sunset(64), sunset(64, 60)], { captions: ["dusk", "dawn"] }),
    says: ["2 photographs of 64 x 64 pixels", "dusk; dawn"],
  },
  {
    name: "map-overlay",
    draw: () =>
      mapOverlay(sunset(64), [[[0, 8], [-2, 1]], [[1, 1], [4, 0]]], { captions: ["sun", "sea"] }),
    says: ["2 x 2 numbers", "up to 8", "sun; sea"],
  },
  {
    name: "cam-explorer",
    draw: () =>
      camExplorer(sunset(16), [
        { name: "sun", bias: 0.5, map: [[0, 8], [-2, 2]] },
        { name: "sea", bias: -1, map: [[1, 1], [4, 0]] },
      ]),
    says: ["one of 2 classes", "2 x 2 numbers", "(sun): up to 8", "sun, sea"],
  },
]; // biome-ignore format: matrices
