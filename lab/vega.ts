import type { Draw } from "./draw.js";
import type { MimeModel, Renderer } from "./jupyter.js";

/** What JupyterLab's renderer of Vega draws. */
export const vegaTypes: readonly string[] = [
  "application/vnd.vega.v5+json",
  "application/vnd.vegalite.v3+json",
  "application/vnd.vegalite.v4+json",
  "application/vnd.vegalite.v5+json",
];

/** What is used of Vega's interface. */
interface View {
  getState(choice: {
    signals: (name: string) => boolean;
    data: (name: string, data: DataSet) => boolean;
    recurse: true;
  }): object;
  setState(state: object): void;
  /** The rows of a table, as Vega itself holds them. */
  data(name: string): Row[];
}

type Row = Record<string, unknown>;

interface DataSet {
  readonly modified: boolean;
  readonly input: { readonly value: unknown };
}

/** A part of a Vega specification. */
interface Group {
  readonly data?: readonly { readonly name: string; readonly transform?: readonly Step[] }[];
  readonly signals?: readonly { readonly name: string; readonly bind?: unknown; readonly on?: unknown }[];
  readonly marks?: readonly Group[];
}

/** How a table is computed. */
interface Step {
  readonly type: string;
  readonly as?: unknown;
  readonly expr?: unknown;
}

/** What JupyterLab's renderer keeps of its drawing. */
interface VegaRenderer extends Renderer {
  readonly _result?: { readonly view: View; readonly vgSpec: Group };
}

/** Draws a Vega or Vega-Lite chart. Drawn again, it stands as its reader has set it. */
export const drawVega: Draw = async (renderer: VegaRenderer, model, { draw, again }) => {
  const state = again ? stateOf(renderer) : undefined;
  const remembered = again ? rememberedIn(renderer) : [];
  await draw(withOwnMetadata(model));
  for (const [name, rows] of remembered) {
    // In place: Vega knows its rows by what else they hold.
    for (const [index, row] of (renderer._result?.view.data(name) ?? []).entries())
      Object.assign(row, rows[index]);
  }
  if (state !== undefined) renderer._result?.view.setState(state);
  return "drawn";
};

/** Tables that hold what a reader did step by step, such as a painting, with copies of their rows. */
function rememberedIn({ _result: result }: VegaRenderer): [name: string, rows: readonly Row[]][] {
  const { data = [] } = result?.vgSpec ?? {};
  const rowsOf = (name: string) =>
    result?.view.data(name).map((row) => Object.fromEntries(Object.entries(row))) ?? [];
  return data
    .filter(({ transform = [] }) => transform[0]?.type === "sequence" && transform.some(readsItself))
    .map(({ name }) => [name, rowsOf(name)]);
}

/** Whether a field is computed from what it was. */
function readsItself({ type, as, expr }: Step): boolean {
  return type === "formula" && new RegExp(`\\bdatum\\.${as}\\b`).test(String(expr));
}

function stateOf({ _result: result }: VegaRenderer): object | undefined {
  const moved = new Set(movedSignals(result?.vgSpec ?? {}));
  return result?.view.getState({
    signals: (name) => moved.has(name),
    data: (name, { modified, input }) =>
      modified && Array.isArray(input.value) && !name.startsWith("_:vega:_"),
    recurse: true,
  });
}

/** The signals that a reader moves, by a control or by pointing. All others follow from them, some from the theme. */
function movedSignals({ signals = [], marks = [] }: Group): string[] {
  const own = signals.filter(({ bind, on }) => bind !== undefined || on !== undefined);
  return [...own.map(({ name }) => name), ...marks.flatMap(movedSignals)];
}

/** JupyterLab's renderer writes the dark theme into the output's metadata, and would stay dark: it gets a copy. */
function withOwnMetadata(model: MimeModel): MimeModel {
  const { data, metadata, trusted } = model;
  return { data, metadata: structuredClone(metadata), trusted, setData: (options) => model.setData(options) };
}
