import type { ImageShape } from "./layerSpec.js";
import { type AxisWindow, outputLength, placesSeen, receptiveField } from "./window.js";

/** The layers of a network so far: the shape they lead to, and the windows that slid over the image on the way. */
export interface Stack {
  input: ImageShape;
  /** `[height, width, channels]`, or `[length]` once flat. */
  shape: readonly number[];
  windows: readonly { rows: AxisWindow; columns: AxisWindow }[];
  /** Set once a layer has seen the whole map: rows and columns of the input under it. */
  sees: { rows: number; columns: number } | undefined;
}

/** No layer yet. */
export function stackOn(input: ImageShape): Stack {
  return { input, shape: [input.height, input.width, input.channels], windows: [], sees: undefined };
}

/** One more window over the map on top. */
export function slide(
  stack: Stack,
  window: { rows: AxisWindow; columns: AxisWindow },
  channels: number,
): Stack {
  const { rows, columns } = window;
  const [height = 0, width = 0] = stack.shape;
  const shape = [outputLength(height, rows), outputLength(width, columns), channels];
  return { ...stack, shape, windows: [...stack.windows, window] };
}

/** Channels of the map on top. */
export function channelsOf({ shape }: Stack): number {
  const [, , channels] = shape;
  if (channels === undefined) {
    throw new RangeError(
      `Cannot slide over shape [${shape.join(", ")}], which is flat. Put it before flatten or dense.`,
    );
  }
  return channels;
}

/** Pixels of the input that one number on top sees. */
export function seenBy(stack: Stack): { rows: number; columns: number } {
  const { height, width } = stack.input;
  return (
    stack.sees ?? {
      rows: receptiveField(height, windowsAlong(stack, "rows")).size,
      columns: receptiveField(width, windowsAlong(stack, "columns")).size,
    }
  );
}

/** Pixels of the input that all numbers on top see together. */
export function wholeMap(stack: Stack): { rows: number; columns: number } {
  const { height, width } = stack.input;
  return (
    stack.sees ?? {
      rows: span(height, windowsAlong(stack, "rows")),
      columns: span(width, windowsAlong(stack, "columns")),
    }
  );
}

/** From the first pixel that any output sees to the last. What lies on padding alone, of the image or of a map between, sees none. */
function span(length: number, windows: readonly AxisWindow[]): number {
  const lengths = [length];
  for (const window of windows) lengths.push(outputLength(lengths.at(-1) as number, window));
  const outputs = lengths.pop() as number;
  const [first, last] = windows.reduceRight<readonly [number, number]>(
    (seen, window, index) => (seen[0] > seen[1] ? seen : placesSeen(lengths[index] as number, window, seen)),
    [0, outputs - 1],
  );
  return Math.max(0, last - first + 1);
}

function windowsAlong(stack: Stack, axis: "rows" | "columns"): AxisWindow[] {
  return stack.windows.map((window) => window[axis]);
}
