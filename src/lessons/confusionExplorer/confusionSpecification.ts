import { text, wordsAt } from "../explorer/marks.js";
import { choice, computed, laidOut, movable, narrowScreen, slider, tapped } from "../explorer/signals.js";
import { counting, filter, formula, rowAndColumn } from "../explorer/transforms.js";
import { large, largeNarrow, matrixLayout, panel, sizes, tile, toWords } from "./matrixLayout.js";
import { matrixMarks, mistakeScale } from "./matrixMarks.js";
import { panelData, panelMarks, share } from "./picturePanel.js";
import type { PictureSize } from "./sheets.js";

/** What the explorer holds: lists are by square, row by row. */
export interface Confusion {
  readonly names: readonly string[];
  readonly counts: readonly number[];
  /** How many images of a square are in `pictures`, and from which line on. */
  readonly kept: readonly number[];
  readonly starts: readonly number[];
  /** Of each picture the number of the image, the probability of the answer and that of the true class. */
  readonly pictures: readonly string[];
  readonly sheets: readonly string[];
  readonly size: PictureSize;
  readonly title: string;
  readonly start: { readonly row: number; readonly column: number };
}

/** A list as text: in a notebook's file it takes one line, not a line for each number. */
const list = (name: string, values: readonly number[]) => computed(name, JSON.stringify(values));

/** The whole explorer as a specification of Vega, without its words. */
export function confusionSpecification(confusion: Confusion) {
  const { names, counts, kept, starts, pictures, sheets, size, title, start } = confusion;
  const classes = names.length;
  const layout = matrixLayout(names);
  const wrong = counts.filter((_, at) => at % (classes + 1) !== 0);
  const totals = names.map((_, row) =>
    counts.slice(row * classes, (row + 1) * classes).reduce((sum, each) => sum + each, 0),
  );
  const chooser = (name: string, label: string, first: number, field: "row" | "column", place: string) =>
    movable(
      movable(
        choice(name, label, names[first] as string, names),
        tapped("cell", "around"),
        `names[datum.${field}]`,
      ),
      tapped("ground"),
      `names[clamp(floor((${place}) / ${layout.cell}), 0, ${classes - 1})]`,
    );
  return {
    width: sizes.wide[0],
    height: sizes.wide[1],
    autosize: "none", // letters that stick out move nothing
    signals: [
      narrowScreen,
      laidOut("width", sizes.wide[0], sizes.narrow[0]),
      laidOut("height", sizes.wide[1], sizes.narrow[1]),
      laidOut("panelLeft", panel.left, 0),
      laidOut("panelTop", panel.top, panel.below),
      laidOut("across", panel.across, panel.acrossNarrow),
      laidOut("largeTop", large.top, largeNarrow),
      { name: "names", value: names },
      { name: "sheets", value: sheets },
      { name: "pictures", value: pictures },
      list("counts", counts),
      list("keeps", kept),
      list("starts", starts),
      list("totals", totals),
      chooser("actual", "true class", start.row, "row", `y() - ${layout.top}`),
      chooser("answered", "answered class", start.column, "column", `x() - ${layout.left}`),
      computed("row", "indexof(names, actual)"),
      computed("column", "indexof(names, answered)"),
      computed("right", "row == column"),
      computed("square", `row * ${classes} + column`),
      computed("count", "counts[square]"),
      computed("kept", "keeps[square]"),
      computed("start", "starts[square]"),
      movable(
        movable(
          slider("picture", "picture", 1, [1, Math.max(1, ...kept)]),
          tapped("tile"),
          "datum.index + 1",
        ),
        tapped("cell", "around", "ground"),
        "1",
      ),
      computed("looked", "min(picture, kept) - 1"),
      computed("first", `max(0, ${tile.page} * floor(looked / ${tile.page}))`),
      computed(
        "shownOf",
        "count == 0 ? 'no image' : kept == 0 ? 'none of ' + format(count, ',') + ': there is no room for all' : " +
          `format(first + 1, ',') + (kept > first + 1 ? ' to ' + format(min(kept, first + ${tile.page}), ',') : '') + ' of ' + format(count, ',') + (count == 1 ? '' : right ? ', the least sure first' : ', the surest first')`,
      ),
    ],
    data: [
      {
        name: "cells",
        transform: [
          counting(classes * classes, "at"),
          formula("count", "counts[datum.at]"),
          filter("datum.count > 0"),
          ...rowAndColumn("at", classes),
          formula("right", "datum.row == datum.column"),
        ],
      },
      { name: "classes", transform: [counting(classes, "at")] },
      ...panelData,
    ],
    scales: [mistakeScale(wrong.reduce((most, each) => Math.max(most, each), 0))],
    marks: [
      text(JSON.stringify(title), 0, 11, { fontWeight: { value: "bold" }, fontSize: { value: 13 } }),
      text("'rows: what it is; columns: what was answered'", 0, 28, { fontSize: { value: 11 } }),
      ...matrixMarks(classes, layout),
      ...panelMarks(size),
      wordsAt(0, { signal: `largeTop + ${toWords}` }, 17, { signal: "width" }),
    ],
  };
}

const number = (of: string) => `format(${of}, ',')`;
const look = "data('looks')[0]";

/** What is shown, in words: numbers first, as long names are cut where a line ends. */
export const confusionWords: readonly string[] = [
  `totals[row] == 0 ? 'There is no image of ' + actual : ${number("count")} + ' of ' + ${number("totals[row]")} + ' (' + format(count / totals[row], '.1%') + '): ' + actual + (right ? ' answered right' : ' taken for ' + answered)`,
  `count == 0 ? '' : kept == 0 ? 'None of them can be looked at here: there is no room for all' : (kept == count ? (count == 1 ? 'It' : 'All ' + ${number("count")}) : ${number("kept")} + ' of these ' + ${number("count")}) + ' can be looked at' + (count == 1 ? '' : right ? ', the least sure first' : ', the surest first')`,
  `kept == 0 ? '' : 'Picture ' + (looked + 1) + ', image ' + ${look}.image + ' of the set: ' + ${share(`${look}.answerShare`, 2)} + ' for ' + answered + (right ? '' : ', ' + ${share(`${look}.trueShare`, 2)} + ' for ' + actual)`,
];
