import { type Matrix, sizeOf } from "../matrix.js";
import { type Box, emptyBox, growBox } from "./boxes.js";

/** Pixels that hang together. */
export interface Component {
  /** How many. */
  pixels: number;
  /** The smallest box that holds them all. */
  box: Box;
}

/**
 * The connected components of a mask: groups of pixels above 0 in which each touches the next, at an edge or at a corner
 * (8-connected). In the order of their first pixels, row by row.
 *
 * @throws {TypeError} if the mask is not rows of numbers
 * @throws {RangeError} if it is empty or ragged or holds NaN
 * @example connectedComponents([[1, 0, 0], [0, 1, 0]])
 * // [{ pixels: 2, box: { top: 0, left: 0, bottom: 2, right: 2 } }]
 */
export function connectedComponents(mask: Matrix): Component[] {
  const { height, width } = sizeOf(mask, "find components", "mask");
  const waiting = new Uint8Array(height * width);
  for (const [row, values] of mask.entries()) {
    for (let column = 0; column < width; column++) {
      waiting[row * width + column] = (values[column] as number) > 0 ? 1 : 0;
    }
  }
  const found: Component[] = [];
  for (let start = 0; start < waiting.length; start++) {
    if (waiting[start]) found.push(gather(waiting, start, height, width));
  }
  return found;
}

/** The component of one pixel. Its pixels no longer wait afterwards. */
function gather(waiting: Uint8Array, start: number, height: number, width: number): Component {
  const box = emptyBox();
  const next = [start];
  waiting[start] = 0;
  let pixels = 0;
  for (let index = next.pop(); index !== undefined; index = next.pop()) {
    const row = Math.floor(index / width);
    const column = index % width;
    pixels += 1;
    growBox(box, row, column);
    for (let y = Math.max(0, row - 1); y <= Math.min(height - 1, row + 1); y++) {
      for (let x = Math.max(0, column - 1); x <= Math.min(width - 1, column + 1); x++) {
        if (!waiting[y * width + x]) continue;
        waiting[y * width + x] = 0;
        next.push(y * width + x);
      }
    }
  }
  return { pixels, box };
}
