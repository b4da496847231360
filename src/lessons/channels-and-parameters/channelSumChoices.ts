import type { Matrix } from "../../arithmetic/matrix.js";

/** The channels of the explorer's images, in their order. */
export const channelNames = ["red", "green", "blue"] as const;

/** The largest number of a channel: as bright as it gets. */
export const brightest = 4;

const rowsOf = (...lines: readonly string[]): Matrix => lines.map((line) => [...line].map(Number));
const gray = (...lines: readonly string[]): readonly Matrix[] => channelNames.map(() => rowsOf(...lines));

/** Images of 6x6 pixels with whole numbers from 0 to 4 in each of three channels: red, green, blue. */
export const colourImages: Readonly<Record<string, readonly Matrix[]>> = {
  "a cherry among leaves": [
    rowsOf("101010", "010101", "104440", "014441", "104440", "010101"),
    rowsOf("323232", "232323", "323112", "231113", "321112", "232323"),
    rowsOf("101010", "010101", "103110", "011111", "101110", "010101"),
  ],
  "red beside blue": [
    rowsOf(...Array<string>(6).fill("444000")),
    rowsOf(...Array<string>(6).fill("000000")),
    rowsOf(...Array<string>(6).fill("000444")),
  ],
  "gray, dark to bright": gray(...Array<string>(6).fill("011344")),
  "one white pixel": gray("000000", "000000", "004000", "000000", "000000", "000000"),
};

/** Nine weights row by row: what one kernel can be. */
export const kernelsByName: Readonly<Record<string, readonly number[]>> = {
  "all 1": [1, 1, 1, 1, 1, 1, 1, 1, 1],
  "all -1": [-1, -1, -1, -1, -1, -1, -1, -1, -1],
  "all 0": [0, 0, 0, 0, 0, 0, 0, 0, 0],
  "the middle": [0, 0, 0, 0, 1, 0, 0, 0, 0],
  "light on the right": [-1, 0, 1, -1, 0, 1, -1, 0, 1],
  "light below": [-1, -1, -1, 0, 0, 0, 1, 1, 1],
};

/** Filters to begin with: the kernel for each channel, by its name. */
export const filtersByName: Readonly<Record<string, readonly string[]>> = {
  "red, not green": ["all 1", "all -1", "all 0"],
  "green, not red": ["all -1", "all 1", "all 0"],
  "light on the right": ["light on the right", "light on the right", "light on the right"],
  "the pixel itself": ["the middle", "the middle", "the middle"],
  "another in each channel": ["light on the right", "light below", "all 1"],
};

/** Which channels are switched on; the place in the list has a bit for each, red 1, green 2, blue 4. */
export const switchedOn: readonly string[] = [
  "none",
  "red only",
  "green only",
  "red and green",
  "blue only",
  "red and blue",
  "green and blue",
  "all three",
];
