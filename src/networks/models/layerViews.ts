import { type AxisWindow, paddingOf, placesSeen } from "../../arithmetic/window.js";

/** Places from the first to the last; none where the first is larger. */
export type Places = readonly [first: number, last: number];

/** One axis of a layer's maps, as a way down to the image. */
export interface AxisView {
  readonly length: number;
  /** Whether all places see equally many pixels. */
  readonly even: boolean;
  /** Pixels of the image under these places. `real`: without those of padding, of the image or of maps between. */
  under(places: Places, real: boolean): Places;
}

/** Rows and columns. Once flat, those of the maps before. */
export interface View {
  readonly rows: AxisView;
  readonly columns: AxisView;
}

const nothing: Places = [1, 0];
const empty = ([first, last]: Places) => first > last;

/** The image itself. */
export const pixels = (length: number): AxisView => ({
  length,
  even: true,
  under: (places) => places,
});

/** A layer above `below`: which of its places each stretch of the layer's own sees. */
function above(
  below: AxisView,
  length: number,
  step: (places: Places, real: boolean) => Places,
  even = below.even,
): AxisView {
  // Where ways part and meet again, the same question is asked many times.
  const known = new Map<string, Places>();
  return {
    length,
    even,
    under(places, real) {
      if (empty(places)) return nothing;
      const key = `${places[0]} ${places[1]} ${real}`;
      const found = known.get(key) ?? below.under(step(places, real), real);
      known.set(key, found);
      return found;
    },
  };
}

/** A window that slides: convolution, pooling, padding with zeros. */
export function slid(below: AxisView, length: number, window: Required<AxisWindow>): AxisView {
  const [before] = paddingOf(below.length, window);
  const { kernel, stride, dilation } = window;
  return above(below, length, ([first, last], real) =>
    real
      ? placesSeen(below.length, window, [first, last])
      : [first * stride - before, last * stride - before + (kernel - 1) * dilation],
  );
}

/** Maps made larger by a whole factor: each place `kernel` wide, the next one `stride` further, `cut` left out in front. */
export function enlarged(
  below: AxisView,
  length: number,
  { kernel, stride, cut }: { kernel: number; stride: number; cut: number },
): AxisView {
  const step = ([first, last]: Places, real: boolean): Places => {
    const from = Math.ceil((first + cut - kernel + 1) / stride);
    const to = Math.floor((last + cut) / stride);
    return real ? [Math.max(0, from), Math.min(below.length - 1, to)] : [from, to];
  };
  return above(below, length, step, false);
}

/** A part of the maps, `start` left out in front. */
export const cropped = (below: AxisView, length: number, start: number): AxisView =>
  above(below, length, ([first, last]) => [first + start, last + start]);

/** Every place sees all that the maps below see. */
export function whole(below: AxisView, length = 1): AxisView {
  const all = below.under([0, below.length - 1], true);
  return { length, even: true, under: () => all };
}

/** Maps of several ways put together: what any of them sees. */
export function joined(views: readonly AxisView[]): AxisView {
  const length = Math.max(...views.map((view) => view.length));
  return {
    length,
    even: views.every((view) => view.even),
    under(places, real) {
      const seen = views.map((view) => view.under(view.length === 1 ? [0, 0] : places, real));
      const some = seen.filter((one) => !empty(one));
      if (some.length === 0) return nothing;
      return [Math.min(...some.map(([first]) => first)), Math.max(...some.map(([, last]) => last))];
    },
  };
}

/** The most pixels that one place sees. */
export function widest(view: AxisView): number {
  let most = 0;
  for (let place = 0; place < (view.even ? 1 : view.length); place++) {
    const [first, last] = view.under([place, place], false);
    most = Math.max(most, last - first + 1);
  }
  return most;
}
