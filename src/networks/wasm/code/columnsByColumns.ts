import {
  add,
  and,
  halved,
  loop,
  type Place,
  repeat,
  times,
  type Written,
  whole,
  written,
} from "./assembler.js";
import { Tile, wholes } from "./tiles.js";

const names = [
  ...(["a", "aStep", "aRun", "aImage", "b", "bStep", "bRun", "bImage"] as const),
  ...(["runs", "length", "images", "c", "cRow", "rows", "columns", "scratch"] as const),
];

/** Columns of a matrix by columns of another. */
export const columnsByColumns: Written = written("columnsByColumns", names, (given, local) => {
  const { a, aStep, aRun, aImage, b, bStep, bRun, bImage, ...others } = given;
  const { runs, length, images, c, cRow, rows, columns, scratch } = others;
  const tile = new Tile(local);
  const [left, right, from, to, wide, run, count] = wholes(7, local) as Seven;
  const [aSkip, bSkip, blocks, blockA, blockC] = wholes(5, local) as Five;
  const product = (size: number) => [
    ...tile.clear(size),
    ...left.set(blockA.get),
    ...right.set(from.get),
    ...run.set(runs.get),
    ...repeat(run, [
      ...count.set(length.get),
      ...repeat(count, [
        ...tile.multiply(size, right.get, (row) => [left.get, 4 * row]),
        ...left.grow(aStep.get),
        ...right.grow(bStep.get),
      ]),
      ...left.grow(aSkip.get),
      ...right.grow(bSkip.get),
    ]),
  ];
  /** So many columns of `a`, by all of `b`. */
  const block = (size: number) => [
    ...from.set(b.get),
    ...to.set(blockC.get),
    ...wide.set(columns.get),
    ...loop(wide, whole(8), [
      ...product(size),
      ...Array.from({ length: size }, (_, row) =>
        tile.store(row, add(to.get, times(cRow.get, whole(row))), wide, whole(1), scratch),
      ).flat(),
      ...from.grow(whole(32)),
      ...to.grow(whole(32)),
    ]),
    ...blockA.grow(whole(4 * size)),
    ...blockC.grow(times(cRow.get, whole(size))),
  ];
  const skipped = (distance: Place, step: Place) =>
    add(distance.get, times(times(length.get, step.get), whole(-1)));
  return [
    ...aSkip.set(skipped(aRun, aStep)),
    ...bSkip.set(skipped(bRun, bStep)),
    ...repeat(images, [
      ...blockA.set(a.get),
      ...blockC.set(c.get),
      ...blocks.set(halved(rows.get, 2)),
      ...repeat(blocks, block(4)),
      ...blocks.set(and(rows.get, whole(3))),
      ...repeat(blocks, block(1)),
      ...a.grow(aImage.get),
      ...b.grow(bImage.get),
    ]),
  ];
});

type Five = [Place, Place, Place, Place, Place];
type Seven = [...Five, Place, Place];
