import embed, { type Result, type VisualizationSpec } from "vega-embed";
import { chartConfig, isDark } from "./theme.js";
import { serveTouch } from "./touch.js";

/** A chart on the page. */
export interface Drawn {
  /** The values of what its readers moved and chose. */
  readonly inputs: () => Readonly<Record<string, unknown>>;
  readonly remove: () => void;
  /** Where the page itself drives the chart. */
  readonly view?: Result["view"];
}

/** An explorer says in words what it shows: as long as it does, they are the picture's text alternative. */
function nameByWords(view: Result["view"], spec: object): void {
  const { description, signals = [] } = spec as Signals & { readonly description?: string };
  if (!signals.some(({ name }) => name === "words")) return;
  const name = (words: unknown) => view.description(`${description ?? ""} ${[words].flat().join(" ")}`);
  name(view.signal("words"));
  view.addSignalListener("words", (_, words: unknown) => name(words));
}

interface Signals {
  readonly signals?: readonly { readonly name: string; readonly bind?: object }[];
}

/**
 * Draws a Vega specification into an element, with its controls below it.
 *
 * @param inputs values to start from, where it was drawn before
 */
export async function drawVega(
  place: HTMLElement,
  spec: object,
  inputs: Readonly<Record<string, unknown>> = {},
): Promise<Drawn> {
  const scroll = document.createElement("div");
  scroll.className = "canvas";
  const controls = document.createElement("form");
  controls.className = "controls";
  controls.setAttribute("aria-label", "Controls of this chart");
  const { view, finalize } = await embed(scroll, spec as VisualizationSpec, {
    actions: false,
    mode: "vega",
    renderer: "canvas",
    defaultStyle: false,
    bind: controls,
    config: chartConfig(),
    tooltip: { theme: isDark() ? "dark" : "light" },
  });
  // A page of a tour sets the controls, so it comes first.
  if (inputs.tour !== undefined) await view.signal("tour", inputs.tour).runAsync();
  for (const [name, value] of Object.entries(inputs)) view.signal(name, value);
  await view.runAsync();
  serveTouch(scroll, view, spec);
  nameByWords(view, spec);
  const names = ((spec as Signals).signals ?? []).flatMap(({ name, bind }) => (bind ? [name] : []));
  place.append(scroll, ...(names.length > 0 ? [controls] : []));
  if (scroll.scrollWidth > scroll.clientWidth) scroll.tabIndex = 0;
  const toured = ((spec as Signals).signals ?? []).some(({ name }) => name === "tour");
  return {
    view,
    inputs: () =>
      Object.fromEntries((toured ? ["tour", ...names] : names).map((name) => [name, view.signal(name)])),
    remove() {
      finalize();
      scroll.remove();
      controls.remove();
    },
  };
}
