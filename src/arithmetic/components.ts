import type { Box } from "./boxes.js";
import { type Matrix, sizeOf } from "./matrix.js";

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
 * @throws RangeError or TypeError for a bad matrix.
 *
 * @example connectedComponents([[1, 0, 0], [0, 1, 0]]) // one of 2 pixels, { top: 0, left: 0, bottom: 2, right: 2 }
 */
export function connectedComponents(mask: Matrix): Component[] {
  const { height, width } = sizeOf(mask, "find components", "mask");
  const waiting = mask.flat().map((value) => value > 0);
  const found: Component[] = [];
  for (let start = 0; start < waiting.length; start++) {
    if (waiting[start]) found.push(gather(waiting, start, height, width));
  }
  return found;
}

/** The component of one pixel. Its pixels no longer wait afterwards. */
function gather(waiting: boolean[], start: number, height: number, width: number): Component {
  const box: Box = { top: height, left: width, bottom: 0, right: 0 };
  const next = [start];
  waiting[start] = false;
  let pixels = 0;
  for (let index = next.pop(); index !== undefined; index = next.pop()) {
    const row = Math.floor(index / width);
    const column = index % width;
    pixels += 1;
    box.top = Math.min(box.top, row);
    box.left = Math.min(box.left, column);
    box.bottom = Math.max(box.bottom, row + 1);
    box.right = Math.max(box.right, column + 1);
    for (let y = Math.max(0, row - 1); y <= Math.min(height - 1, row + 1); y++) {
      for (let x = Math.max(0, column - 1); x <= Math.min(width - 1, column + 1); x++) {
        if (!waiting[y * width + x]) continue;
        waiting[y * width + x] = false;
        next.push(y * width + x);
      }
    }
  }
  return { pixels, box };
}
