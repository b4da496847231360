import type { Frame } from "./frames.js";

/** How many places in libraries are told where an error has none of the reader's. */
const most = 3;

interface Folded {
  readonly frames: readonly Frame[];
  /** What is told of the others: `… 6 frames in @tensorflow/tfjs-core`. Empty where there are none. */
  readonly rest: string;
}

/** The reader's own places of an error, and in a few words how far it came through libraries. */
export function folded(frames: readonly Frame[]): Folded {
  const own = frames.filter(({ library }) => library === undefined);
  const shown = own.length > 0 ? own : frames.slice(0, most);
  const counts = new Map<string, number>();
  for (const frame of frames) {
    const { library } = frame;
    if (library !== undefined && !shown.includes(frame)) counts.set(library, (counts.get(library) ?? 0) + 1);
  }
  const told = [...counts].map(
    ([library, count], at) => `${count}${at > 0 ? "" : count === 1 ? " frame" : " frames"} in ${library}`,
  );
  return { frames: shown, rest: told.length === 0 ? "" : `… ${told.join(", ")}` };
}
