import { type MapSizes, type Stage, seesAll } from "./stage.js";

// Where the numbers of a window lie in the list of the maps below.

/** Whether windows reach over the edge of the maps below. */
export const hasBorder = ({ rule, around }: Stage) => rule !== "move" && around.some((width) => width > 0);

/** The sizes of the maps below, with what is around them. */
export function bordered({ around: [top, left, bottom, right] }: Stage, below: MapSizes): MapSizes {
  return { maps: below.maps, rows: below.rows + top + bottom, columns: below.columns + left + right };
}

/** How far each number of a window lies behind its first one: channel by channel, row by row. */
export function stepsInWindow(stage: Stage, below: MapSizes): number[] {
  const { kernel, dilation } = stage;
  const { maps, rows, columns } = bordered(stage, below);
  const channels = Array.from(
    { length: seesAll(stage) ? maps : 1 },
    (_, channel) => channel * rows * columns,
  );
  const down = Array.from({ length: kernel[0] }, (_, row) => row * dilation[0] * columns);
  const right = Array.from({ length: kernel[1] }, (_, column) => column * dilation[1]);
  return channels.flatMap((channel) => down.flatMap((row) => right.map((column) => channel + row + column)));
}
