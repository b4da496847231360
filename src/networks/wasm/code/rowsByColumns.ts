import {
  above,
  add,
  either,
  loop,
  type Place,
  repeat,
  times,
  type Written,
  when,
  whole,
  written,
} from "./assembler.js";
import { Tile, wholes } from "./tiles.js";

const names = [
  ...(["a", "aRow", "aRun", "aLine", "aImage", "runs", "length", "b"] as const),
  ...(["c", "cRow", "cLine", "cImage", "rows", "lines", "images", "columns", "adds", "scratch"] as const),
];

/** Rows of a matrix by columns of another, which lie packed. */
export const rowsByColumns: Written = written("rowsByColumns", names, (given, local) => {
  const { a, aRow, aRun, aLine, aImage, runs, length, b, c, cRow, cLine, cImage, ...counts } = given;
  const { rows, lines, images, columns, adds, scratch } = counts;
  const tile = new Tile(local);
  const pointers = wholes(4, local);
  const [from, to, left, right, run, count, skip] = wholes(7, local) as Seven;
  const [panel, wide, line, lineA, lineC, panelC] = wholes(6, local) as Six;
  const row = (index: number, first: Place, distance: Place) =>
    add(first.get, times(distance.get, whole(index)));
  const product = [
    ...tile.clear(),
    // Where fewer than four rows are left, the first of them is computed again in the place of those that are not there.
    ...pointers.flatMap((pointer, index) =>
      pointer.set(either(above(left.get, whole(index)), row(index, from, aRow), from.get)),
    ),
    ...right.set(panel.get),
    ...run.set(runs.get),
    ...repeat(run, [
      ...count.set(length.get),
      // No steps side by side: V8 makes them itself, and better.
      ...repeat(count, [
        ...tile.multiply(4, right.get, (index) => [(pointers[index] as Place).get, 0]),
        ...pointers.flatMap((pointer) => pointer.grow(whole(4))),
        ...right.grow(whole(32)),
      ]),
      ...pointers.flatMap((pointer) => pointer.grow(skip.get)),
    ]),
    ...pointers.flatMap((_, index) =>
      when(above(left.get, whole(index)), tile.store(index, row(index, to, cRow), wide, adds.get, scratch)),
    ),
  ];
  const allRows = [
    ...from.set(lineA.get),
    ...to.set(lineC.get),
    ...left.set(rows.get),
    ...loop(left, whole(4), [
      ...product,
      ...from.grow(times(aRow.get, whole(4))),
      ...to.grow(times(cRow.get, whole(4))),
    ]),
    ...lineA.grow(aLine.get),
    ...lineC.grow(cLine.get),
  ];
  const allLines = [
    ...lineA.set(a.get),
    ...lineC.set(panelC.get),
    ...line.set(lines.get),
    ...repeat(line, allRows),
    ...panel.grow(times(times(runs.get, length.get), whole(32))),
    ...panelC.grow(whole(32)),
  ];
  return [
    ...skip.set(add(aRun.get, times(length.get, whole(-4)))),
    ...repeat(images, [
      ...panel.set(b.get),
      ...panelC.set(c.get),
      ...wide.set(columns.get),
      ...loop(wide, whole(8), allLines),
      ...a.grow(aImage.get),
      ...c.grow(cImage.get),
    ]),
  ];
});

type Six = [Place, Place, Place, Place, Place, Place];
type Seven = [...Six, Place];
