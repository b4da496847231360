// One letter after the other, turned, slanted and moved a little, as gray masks of 28 x 28.
import { createRequire } from "node:module";

const { Resvg } = createRequire(import.meta.url)("@resvg/resvg-js");

export const side = 28;
const fine = 4; // drawn four times as large, then averaged
const columns = 100;

/** How far a letter may differ from upright and central. Angles in degrees, lengths as shares of the side or in pixels. */
export const recipe = { smallest: 0.6, largest: 0.85, rotation: 15, shear: 0.15, shift: 2 };

/**
 * Masks of these letters, 0 to 255, one after the other.
 *
 * @param {readonly import("./typefaces.mjs").Path[]} paths
 * @param {() => number} random
 * @returns {Uint8Array}
 */
export function drawMasks(paths, random) {
  const masks = new Uint8Array(paths.length * side * side);
  for (let from = 0; from < paths.length; from += columns) {
    const row = paths.slice(from, from + columns);
    masks.set(averaged(drawn(row, random), row.length), from * side * side);
  }
  return masks;
}

/**
 * @param {readonly import("./typefaces.mjs").Path[]} paths
 * @param {() => number} random
 */
function drawn(paths, random) {
  const between = (/** @type {number} */ low, /** @type {number} */ high) => low + (high - low) * random();
  const cells = paths.map((path, index) => {
    const { x1, y1, x2, y2 } = path.getBoundingBox();
    const { smallest, largest, rotation, shear, shift } = recipe;
    const scale = (between(smallest, largest) * side) / Math.max(x2 - x1, y2 - y1);
    const turn = between(-rotation, rotation);
    const slant = (Math.atan(between(-shear, shear)) * 180) / Math.PI;
    const [x, y] = [side / 2 + between(-shift, shift), side / 2 + between(-shift, shift)];
    const place = `translate(${x} ${y}) rotate(${turn}) skewX(${slant}) scale(${scale}) translate(${-(x1 + x2) / 2} ${-(y1 + y2) / 2})`;
    return `<svg x="${index * side}" width="${side}" height="${side}"><path fill="#fff" transform="${place}" d="${path.toPathData(3)}"/></svg>`;
  });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${paths.length * side}" height="${side}">${cells.join("")}</svg>`;
  return new Resvg(svg, { fitTo: { mode: "zoom", value: fine }, background: "#000" }).render().pixels;
}

/**
 * Means over squares of fine pixels, image after image.
 *
 * @param {Uint8Array} pixels RGBA, one row of images
 * @param {number} count
 */
function averaged(pixels, count) {
  const masks = new Uint8Array(count * side * side);
  const width = count * side * fine;
  for (let index = 0; index < masks.length; index++) {
    const image = Math.floor(index / side ** 2);
    const [row, column] = [Math.floor(index / side) % side, index % side];
    let sum = 0;
    for (let y = 0; y < fine; y++) {
      for (let x = 0; x < fine; x++) {
        sum += pixels[4 * ((row * fine + y) * width + (image * side + column) * fine + x)] ?? 0;
      }
    }
    masks[index] = Math.round(sum / fine ** 2);
  }
  return masks;
}
