import { vegaLibraries } from "../../charts/drawing/vegaLibraries.js";
import { type LayersModel, type Tensor, tf } from "../../networks/tf.js";
import type { Stage } from "./stage.js";

/** What the specification computes for one picture. */
export interface Reading {
  /** The numbers of each layer, map by map. */
  readonly layers: readonly (readonly number[])[];
  readonly answer: readonly number[];
  /** The channel of the largest part of the shown number. */
  readonly channel: number;
}

/** What is read of a specification that nobody sees. */
function reading<T>(spec: object, read: (view: import("vega").View) => T): T {
  const { vega } = vegaLibraries();
  const view = new vega.View(vega.parse({ ...spec, marks: [] } as import("vega").Spec), { renderer: "none" });
  try {
    return read(view.run());
  } finally {
    view.finalize();
  }
}

/** What a specification computes for each picture in the list, without drawing anything. */
export function readingsOf(spec: object, pictures: readonly string[], last: number): Reading[] {
  return reading(spec, (view) =>
    pictures.map((picture) => {
      view.signal("picture", picture).run();
      const largest = view.signal("largestPart") as { channel?: number } | null;
      return {
        layers: Array.from({ length: last + 1 }, (_, at) => [...(view.signal(`A${at}`) as number[])]),
        answer: [...(view.signal(`A${last}`) as number[])],
        channel: largest?.channel ?? 0,
      };
    }),
  );
}

/** What each page of a tour says, line by line, and the channel that is shown there. */
export function pagesOf(spec: object, titles: readonly string[]): { lines: string[]; channel: number }[] {
  return reading(spec, (view) =>
    titles.map((title) => {
      view.signal("tour", title).run();
      return {
        lines: [...(view.signal("tourLines") as string[])],
        channel: Number(view.signal("shownChannel")),
      };
    }),
  );
}

/** What the network itself answers to a picture, numbers map by map as in the explorer. Leaves no tensor behind. */
export function answerOf(
  model: LayersModel,
  picture: readonly number[],
  given: Stage,
  answer: Stage,
): number[] {
  const { maps, rows, columns } = given;
  const plane = rows * columns;
  const pixels = picture.map(
    (_, index) => picture[(index % maps) * plane + Math.floor(index / maps)] as number,
  );
  const values = tf.tidy(() => {
    const inputs = tf.tensor4d(pixels, [1, rows, columns, maps]);
    return (model.predict(inputs) as Tensor).dataSync<"float32">();
  });
  const places = answer.rows * answer.columns;
  return Array.from(
    values,
    (_, index) => values[(index % places) * answer.maps + Math.floor(index / places)] as number,
  );
}

/** How far two lists of answers are apart at most, in words: below a power of ten. */
export function movesBy(
  ours: readonly (readonly number[])[],
  theirs: readonly (readonly number[])[],
): string {
  const apart = ours.flatMap((list, at) =>
    list.map((value, index) => Math.abs(value - (theirs[at]?.[index] ?? Number.NaN))),
  );
  const most = apart.reduce((a, b) => Math.max(a, b), 0);
  if (most === 0) return "do not move";
  const power = Math.max(-6, Math.ceil(Math.log10(most)));
  return `move by less than ${power < 0 ? (10 ** power).toFixed(-power) : 10 ** power}`;
}
