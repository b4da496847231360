/** The signals of an explorer: what its readers move, choose and point at, and what follows. Vega-Lite calls them parameters. */

/** A slider for numbers; the step is 1 unless told. The label stands beside it. */
export function slider(
  name: string,
  label: string,
  value: number,
  [min, max, step = 1]: readonly [min: number, max: number, step?: number],
) {
  return { name, value, bind: { input: "range", min, max, step, name: `${label} ` } };
}

/** A list to choose one name from. */
export function choice(name: string, label: string, value: string, options: readonly string[]) {
  return { name, value, bind: { input: "select", options, name: `${label} ` } };
}

/** A few buttons of which one is pressed. */
export function radio<T extends string | number>(
  name: string,
  label: string,
  value: T,
  options: readonly T[],
) {
  return { name, value, bind: { input: "radio", options, name: `${label} ` } };
}

/** A box to tick. */
export function checkbox(name: string, label: string, value: boolean) {
  return { name, value, bind: { input: "checkbox", name: `${label} ` } };
}

/** A signal that follows from others. */
export const computed = (name: string, update: string) => ({ name, update });

/** Events: the pointer comes over a mark of one of these names, or taps it. */
export const over = (...marks: readonly string[]) =>
  marks.map((mark) => `@${mark}:pointerover, @${mark}:click`).join(", ");

/** Events: a mark of one of these names is clicked or tapped. */
export const tapped = (...marks: readonly string[]) => marks.map((mark) => `@${mark}:click`).join(", ");

/**
 * A control that something else moves as well: the pointer, or another signal. `update` is what it then holds, an expression
 * of Vega, in which `datum` is what is pointed at.
 */
export function movable<Control extends object>(
  control: Control,
  events: string | { readonly signal: string },
  update: string,
) {
  const { on = [] } = control as { on?: readonly object[] };
  return { ...control, on: [...on, { events, update }] };
}

/** Whether the screen, when the explorer is drawn, is a telephone's: parts then stand one below the other. */
export const narrowScreen = { name: "narrow", init: "windowSize()[0] < 600" };

/** A number of the layout: one for wide screens, one for narrow ones. */
export const laidOut = (name: string, wide: number, narrow: number) =>
  computed(name, `narrow ? ${narrow} : ${wide}`);
