/** What explorers draw, as marks of Vega. Text takes its colour from the theme. */
import { pointed } from "./style.js";

type Place = number | { readonly signal: string };
const placed = (place: Place) => (typeof place === "number" ? { value: place } : place);

/** A line of text; `expression` is Vega's, `more` are further properties of the mark. */
export function text(expression: string, x: Place, y: Place, more: object = {}): object {
  return {
    type: "text",
    style: "guide-label",
    interactive: false,
    encode: {
      update: {
        text: { signal: expression },
        x: placed(x),
        y: placed(y),
        fontSize: { value: 12 },
        ...more,
      },
    },
  };
}

/** A bold line above a part of the picture. */
export function heading(words: string, x: Place, y: Place): object {
  return text(`'${words}'`, x, y, { fontWeight: { value: "bold" }, fontSize: { value: 13 } });
}

/** What is told to those who do not see it: all lines at once, anew whenever one of them changes. */
const told = { description: { signal: "join(words, ' ')" }, ariaRole: { value: "status" } };

/**
 * The lines that say what is shown, from `y` down, one every `pitch` CSS pixels: the signal `words` of `explorerFigure`. A line
 * longer than `limit` is told in full and drawn as far as it goes.
 */
export function wordsAt(x: number, y: Place, pitch = 17, limit?: Place): object {
  const cut = limit === undefined ? {} : { limit: placed(limit) };
  return { ...text("words", x, y, { lineHeight: { value: pitch }, ...told, ...cut }), name: "words" };
}

/** The same as the title of a specification whose size Vega finds. */
export const wordsBelow = {
  text: { signal: "words" },
  orient: "bottom",
  anchor: "start",
  frame: "bounds",
  offset: 10,
  style: "guide-label",
  encode: {
    title: {
      update: {
        fontSize: { value: 12 },
        fontWeight: { value: "normal" },
        lineHeight: { value: 17 },
        ...told,
      },
    },
  },
};

/** Place and size of a part of the picture, in CSS pixels. */
export const box = (left: number, top: number, width: number, height: number) => ({
  x: { value: left },
  y: { value: top },
  width: { value: width },
  height: { value: height },
});

/** Where the squares of a picture come from. */
export interface Cells {
  readonly data: string;
  /** Side of a square in CSS pixels, a number or an expression. */
  readonly cell: number | string;
  /** Name of the mark, for those who point at it. */
  readonly name?: string;
  /** The fields with the place, counted in cells. @default {["row", "column"]} */
  readonly at?: readonly [row: string, column: string];
}

/** A picture of squares, one for each row of a table. `look` says their colours and what they tell, `more` is of the mark. */
export function cells(
  { data, cell, name, at: [row, column] = ["row", "column"] }: Cells,
  look: object,
  more: object = {},
): object {
  const side = typeof cell === "number" ? { value: cell } : { signal: cell };
  return {
    type: "rect",
    ...(name === undefined ? {} : { name }),
    from: { data },
    ...more,
    encode: {
      update: {
        x: { signal: `datum.${column} * ${cell}` },
        y: { signal: `datum.${row} * ${cell}` },
        width: side,
        height: side,
        ...look,
      },
    },
  };
}

/** A square frame around the window that is marked, from expressions; with `data`, one for each row of that table. */
export function frame(x: string, y: string, side: string, look: object = {}, data?: string): object {
  return {
    type: "rect",
    interactive: false,
    ...(data === undefined ? {} : { from: { data } }),
    encode: {
      update: {
        x: { signal: x },
        y: { signal: y },
        width: { signal: side },
        height: { signal: side },
        stroke: { value: pointed },
        strokeWidth: { value: 2 },
        ...look,
      },
    },
  };
}
