import type { Small } from "./smallPicture.js";

/** What may differ, for numbers whose last digits depend on the processor: three shades, and one pixel in 500 further. */
const tolerance = { levels: 25, pixels: 1 / 500 };

/** How a picture differs from the one that was kept, in words; undefined where it is the same. */
export function difference(kept: Small, drawn: Small, approximate = false): string | undefined {
  const { width, height } = drawn;
  if (width !== kept.width || height !== kept.height) {
    return `it has ${width} x ${height} pixels, the reviewed one ${kept.width} x ${kept.height}`;
  }
  const moved = Array.from({ length: width * height }, (_, pixel) => ({
    pixel,
    by: Math.max(...[0, 1, 2].map((at) => Math.abs(channel(drawn, pixel, at) - channel(kept, pixel, at)))),
  })).filter(({ by }) => by > (approximate ? tolerance.levels : 0));
  if (moved.length <= (approximate ? tolerance.pixels * width * height : 0)) return undefined;
  const { pixel } = moved.reduce((most, each) => (each.by > most.by ? each : most));
  const columns = moved.map((each) => each.pixel % width);
  const rows = moved.map((each) => Math.floor(each.pixel / width));
  const span = (places: number[]) =>
    `${places.reduce((a, b) => Math.min(a, b))} to ${places.reduce((a, b) => Math.max(a, b))}`;
  return [
    `${moved.length.toLocaleString("en-US")} of ${(width * height).toLocaleString("en-US")} pixels differ`,
    `in columns ${span(columns)} and rows ${span(rows)}`,
    `most in column ${pixel % width}, row ${Math.floor(pixel / width)}: ${color(drawn, pixel)} instead of ${color(kept, pixel)}`,
  ].join(", ");
}

function channel({ rgb }: Small, pixel: number, at: number): number {
  return rgb[3 * pixel + at] as number;
}

function color(picture: Small, pixel: number): string {
  return `#${[0, 1, 2].map((at) => channel(picture, pixel, at).toString(16).padStart(2, "0")).join("")}`;
}
