import type { JudgedSet } from "./judged.js";

/** How many images of a cell can be looked at, at most: of a mistake, and of what is right. */
const most = { wrong: 60, right: 20 };

/** A cell of the matrix that holds images. */
interface Cell {
  readonly at: number;
  readonly right: boolean;
  /** The mistakes that were surest first; of what is right, the least sure. */
  readonly images: readonly number[];
}

/** The cells with images, row by row: `at` is row x classes + column. */
export function filledCells({ names, judged }: JudgedSet): Cell[] {
  const found = new Map<number, number[]>();
  for (const [index, { label, answer }] of judged.entries()) {
    const at = label * names.length + answer;
    const before = found.get(at);
    if (before === undefined) found.set(at, [index]);
    else before.push(index);
  }
  const share = (index: number) => judged[index]?.answerShare ?? 0;
  return [...found]
    .sort(([a], [b]) => a - b)
    .map(([at, images]) => {
      const right = at % (names.length + 1) === 0;
      const order = right ? 1 : -1;
      return { at, right, images: images.sort((a, b) => order * (share(a) - share(b))) };
    });
}

/**
 * The images in the order in which they are to have room: one of each cell, then a second, and so on, mistakes before what is
 * right and frequent ones first.
 */
export function byTurns(cells: readonly Cell[]): number[] {
  const ranked = cells.toSorted(
    (a, b) => Number(a.right) - Number(b.right) || b.images.length - a.images.length,
  );
  const turns = Array.from({ length: most.wrong }, (_, turn) => turn);
  return turns.flatMap((turn) =>
    ranked.flatMap(({ right, images }) => {
      const image = images[turn];
      return image === undefined || (right && turn >= most.right) ? [] : [image];
    }),
  );
}
