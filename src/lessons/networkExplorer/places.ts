/** Where the parts of an explorer stand, in CSS pixels. */
export interface Places {
  readonly width: number;
  readonly height: number;
  /** Where the note about rounding stands: at the right of the title, or below it. */
  readonly note: { readonly x: number; readonly y: number; readonly align: "left" | "right" };
  /** The network, layer by layer, left to right. */
  readonly sheet: Room & { readonly width: number; readonly between: number };
  /** The bars of the answer, when it is a row of numbers. */
  readonly answers: Room & { readonly right: number; readonly names: number; readonly bar: number };
  /** Heading and upper edge of the maps of a layer, and where the window of a number stands beside them. */
  readonly detail: {
    readonly heading: number;
    readonly top: number;
    readonly size: number;
    readonly window: number;
  };
  /** The list of the largest parts, a line every `pitch`. */
  readonly parts: { readonly left: number; readonly heading: number; readonly pitch: number };
  /** Where what is said begins. Nothing is said where the page that draws the explorer says it. */
  readonly wordsTop?: number;
  /** Where the buttons of a tour stand, and below them its text in place of the words. None where the page has them. */
  readonly tourTop?: number;
}

interface Room {
  readonly left: number;
  readonly top: number;
  readonly height: number;
}

/** Everything within 572 pixels, for a notebook. */
export const wide: Places = {
  width: 572,
  height: 462,
  note: { x: 572, y: 11, align: "right" },
  sheet: { left: 0, top: 46, width: 424, height: 136, between: 9 },
  answers: { left: 444, top: 46, height: 136, right: 572, names: 50, bar: 36 },
  detail: { heading: 202, top: 210, size: 162, window: 178 },
  parts: { left: 366, heading: 202, pitch: 15.5 },
  wordsTop: 394,
};

/** With a tour: its buttons stand between the picture and its words. With its controls it is less than 650 pixels high. */
export const wideWithTour: Places = { ...wide, height: 502, tourTop: 376, wordsTop: 422 };

/** One part below the other, for the page of a telephone. */
export const narrow: Places = {
  width: 324,
  height: 774,
  note: { x: 0, y: 27, align: "left" },
  sheet: { left: 0, top: 66, width: 324, height: 110, between: 6 },
  answers: { left: 8, top: 220, height: 170, right: 324, names: 60, bar: 180 },
  detail: { heading: 418, top: 428, size: 148, window: 154 },
  parts: { left: 0, heading: 614, pitch: 15 },
};
