/** What the readers of an explorer move and choose: signals of Vega, parameters of Vega-Lite. */

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
