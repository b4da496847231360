import { PNG } from "pngjs";
import { type Figure, jupyterDisplay } from "../../src/charts/figure.js";

/** Red, green and blue of a device pixel of a figure's picture. */
export function pixelsOf(figure: Figure): (x: number, y: number) => number[] {
  const at = channelsOf(figure);
  return (x, y) => at(x, y).slice(0, 3);
}

/** How opaque a device pixel is, from 0 to 255. */
export function opacityOf(figure: Figure): (x: number, y: number) => number {
  const at = channelsOf(figure);
  return (x, y) => at(x, y)[3] as number;
}

function channelsOf(figure: Figure): (x: number, y: number) => number[] {
  const { width, data } = PNG.sync.read(
    Buffer.from(figure[jupyterDisplay]()["image/png"] as string, "base64"),
  );
  return (x, y) => [...data.subarray(4 * (y * width + x), 4 * (y * width + x) + 4)];
}
