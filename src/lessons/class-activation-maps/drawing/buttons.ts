import { text } from "../../explorer/marks.js";
import { side } from "./drawingExplorerWeights.js";
import { paper } from "./paper.js";
import { signal, value } from "./squares.js";

/** Side of the paper, and where the buttons below it begin, in Vega's language. */
export const paperSide = `${side} * cell`;
export const buttonTop = `${paper.y + 8} + ${paperSide}`;
/** A finger needs more room than a mouse. */
export const buttonHeight = "(narrow ? 36 : 26)";
const buttonSide = `(${paperSide} - 12) / 4`;

/** A button below the paper, the `place`-th of four: `words` say what it does, in Vega's language. */
function button(name: string, place: number, words: string, fill: string): object[] {
  const left = `${paper.x} + ${place} * (${buttonSide} + 4)`;
  return [
    {
      type: "rect",
      name,
      encode: {
        update: {
          x: signal(left),
          y: signal(buttonTop),
          width: signal(buttonSide),
          height: signal(buttonHeight),
          cornerRadius: value(4),
          fill: signal(fill),
          cursor: value("pointer"),
        },
      },
    },
    text(words, 0, 0, {
      x: signal(`${left} + ${buttonSide} / 2`),
      y: signal(`${buttonTop} + ${buttonHeight} / 2`),
      align: value("center"),
      baseline: value("middle"),
      fontSize: signal("narrow ? 14 : 11"),
      fill: value("#ffffff"),
    }),
  ];
}

const blue = "'#2166ac'";
/** What one does to the paper beside painting. */
export const buttons = [
  ...button("undo", 0, "'Undo'", `data('drawing')[0].past ? ${blue} : '#7a7a7a'`),
  ...button("clear", 1, "'Clear'", blue),
  ...button("erase", 2, "brush == 'paints' ? 'Erase' : 'Paint'", blue),
  ...button("width", 3, "'Width ' + pencil", blue),
];
