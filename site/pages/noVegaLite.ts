// Stands where vega-embed asks for Vega-Lite: charts are compiled to Vega when the pages are made.
export const version: string | undefined = undefined;

export function compile(): never {
  throw new Error("Cannot draw a Vega-Lite specification here: build the page anew with npm run site.");
}
