// What `costExplorer` counts, in the language of its specification.

/** What is compared: everything with everything, then small windows, then small windows with one set of weights. */
export const kinds = ["dense layer", "own windows", "convolution"];

/** Numbers by kind as expressions over the sliders; `inputs`, `places` and `window` are calculated before. */
export const parameters: Record<string, string> = {
  "dense layer": "(datum.inputs + 1) * datum.places * filters",
  "own windows": "(datum.window + 1) * datum.places * filters",
  convolution: "(datum.window + 1) * filters",
};
export const multiplyAdds: Record<string, string> = {
  "dense layer": "datum.inputs * datum.places * filters",
  "own windows": "datum.window * datum.places * filters",
  convolution: "datum.window * datum.places * filters",
};

/** The same as text: how each number comes about. */
const texts = {
  inputs: "side + ' · ' + side + ' · ' + channels",
  window: "kernel + ' · ' + kernel + ' · ' + channels",
  outputs: "datum.out + ' · ' + datum.out + ' · ' + filters",
};
export const parametersText: Record<string, string> = {
  "dense layer": `'(' + ${texts.inputs} + ' + 1) · ' + ${texts.outputs}`,
  "own windows": `'(' + ${texts.window} + ' + 1) · ' + ${texts.outputs}`,
  convolution: `'(' + ${texts.window} + ' + 1) · ' + filters`,
};
export const multiplyAddsText: Record<string, string> = {
  "dense layer": `${texts.inputs} + ' · ' + ${texts.outputs}`,
  "own windows": `${texts.window} + ' · ' + ${texts.outputs}`,
  convolution: `${texts.window} + ' · ' + ${texts.outputs}`,
};

/** One expression out of one for each kind. */
export const byKind = (formulas: Record<string, string>) =>
  kinds.reduceRight((rest, kind) => `datum.kind == '${kind}' ? (${formulas[kind]}) : (${rest})`, "0");

/** A step of a Vega-Lite transform. */
export const calculate = (as: string, expression: string) => ({ calculate: expression, as });
