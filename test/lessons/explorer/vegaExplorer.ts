import { createRequire } from "node:module";
import { type Figure, jupyterDisplay } from "../../../src/charts/figure.js";

const vega = createRequire(import.meta.url)("vega") as typeof import("vega");

/** The explorer as drawn, without a page. Vega's warnings are errors. The caller finalizes it. */
export async function viewOf(figure: Figure): Promise<import("vega").View> {
  const spec = structuredClone(figure[jupyterDisplay]()["application/vnd.vega.v5+json"]);
  const complain = (...message: unknown[]): never => {
    throw new Error(`Vega complains: ${message.join(" ")}`);
  };
  const quiet = () => logger;
  const logger = { level: quiet, error: complain, warn: complain, info: quiet, debug: quiet };
  const view = new vega.View(vega.parse(spec as import("vega").Spec), {
    renderer: "none",
    logger: logger as unknown as import("vega").LoggerInterface,
  });
  await view.runAsync();
  return view;
}

/** A Vega explorer as a reader drives it: signals set, then read. Warnings are errors. */
export async function driven<T>(
  figure: Figure,
  signals: Readonly<Record<string, unknown>>,
  read: (view: import("vega").View) => T,
): Promise<T> {
  const view = await viewOf(figure);
  for (const [name, value] of Object.entries(signals)) view.signal(name, value);
  await view.runAsync();
  const found = read(view);
  view.finalize();
  return found;
}

/** Every mark of that name, or every text. */
export function itemsOf(view: import("vega").View, wanted: (mark: SceneMark) => boolean): SceneItem[] {
  const found: SceneItem[] = [];
  const walk = (mark: SceneMark) => {
    if (wanted(mark)) found.push(...(mark.items ?? []));
    for (const item of mark.items ?? []) for (const child of item.items ?? []) walk(child);
  };
  walk((view.scenegraph() as unknown as { root: SceneMark }).root);
  return found;
}

/** All lines of text that are drawn. */
export function textsOf(view: import("vega").View): string[] {
  return itemsOf(view, ({ marktype }) => marktype === "text").flatMap(({ text }) =>
    (Array.isArray(text) ? text : [text]).map(String),
  );
}

export interface SceneMark {
  readonly marktype?: string;
  readonly name?: string;
  readonly items?: readonly SceneItem[];
}
export interface SceneItem {
  readonly text?: unknown;
  readonly fill?: unknown;
  readonly datum?: unknown;
  readonly items?: readonly SceneMark[];
}
