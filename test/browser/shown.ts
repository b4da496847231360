/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { Locator, Page } from "playwright-core";
import { PNG } from "pngjs";
import { type Figure, jupyterDisplay } from "../../src/charts/figure.js";
import { sleep } from "./lab.js";

// What a notebook shows, and how it looks and answers to keys.

/** A figure as the output of a cell. */
export function outputOf(figure: Figure): object {
  return { output_type: "display_data", data: figure[jupyterDisplay](), metadata: figure.metadata ?? {} };
}

/** Writes a notebook that was run some time ago: a cell for each figure, and text between them that fills a screen. */
export function writeShown(path: string, figures: readonly Figure[]): void {
  const text = Array.from({ length: 60 }, (_, line) => `Line ${line + 1}.`).join("\n\n");
  const cells = figures.flatMap((figure, index) => [
    {
      cell_type: "code",
      id: `figure-${index}`,
      execution_count: index + 1,
      metadata: {},
      source: ["// a figure"],
      outputs: [outputOf(figure)],
    },
    { cell_type: "markdown", id: `text-${index}`, metadata: {}, source: text },
  ]);
  const kernelspec = { name: "tslab", display_name: "TypeScript", language: "typescript" };
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, JSON.stringify({ nbformat: 4, nbformat_minor: 5, metadata: { kernelspec }, cells }));
}

/** The chart of an output, once it is drawn. */
export function chartIn(output: Locator): Locator {
  return output.locator(".vega-embed :is(svg, canvas), .plot-container").first();
}

/** What these tests use of JupyterLab's application. */
interface Application {
  readonly commands: { execute(id: string, args: object): Promise<void> };
  readonly shell: {
    readonly currentWidget: Widget & { readonly context: { readonly model: { dirty: boolean } } };
  };
}

interface Widget {
  readonly node: HTMLElement;
  readonly _result?: { readonly view: { signal(name: string): unknown } };
  children?(): Iterable<Widget>;
}

export function command(page: Page, id: string, args: object = {}): Promise<void> {
  return page.evaluate(
    ([name, given]) => {
      const { jupyterapp } = window as unknown as { jupyterapp: Application };
      return jupyterapp.commands.execute(name, given);
    },
    [id, args] as const,
  );
}

/** Whether JupyterLab would save the document in front. */
export function hasChanges(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const { jupyterapp } = window as unknown as { jupyterapp: Application };
    return jupyterapp.shell.currentWidget.context.model.dirty;
  });
}

export async function setTheme(page: Page, theme: "Light" | "Dark"): Promise<void> {
  await command(page, "apputils:change-theme", { theme: `JupyterLab ${theme}` });
  const light = String(theme === "Light");
  await page.waitForFunction((wanted) => document.body.dataset.jpThemeLight === wanted, light);
}

/** How light the ground of a picture is, and what is drawn on it with most contrast: 0 is black, 1 is white. */
export interface Looks {
  readonly ground: number;
  readonly ink: number;
}

/** How an element looks on the screen, or its upper rows. Its edge is ground, and what takes less than 10 pixels is no ink. */
export async function looksOf(element: Locator, rows?: number): Promise<Looks> {
  await element.scrollIntoViewIfNeeded({ timeout: 10_000 });
  const { data, width } = PNG.sync.read(await element.screenshot({ timeout: 10_000 }));
  const lightness = Array.from({ length: data.length / 4 }, (_, pixel) => {
    const [red = 0, green = 0, blue = 0] = data.subarray(4 * pixel, 4 * pixel + 3);
    return Math.round((0.2126 * red + 0.7152 * green + 0.0722 * blue) / 2.55) / 100;
  });
  const ground = often(lightness.slice(0, 2 * width))[0] ?? 0;
  const ink = often(lightness.slice(0, rows && rows * width), 10).sort(
    (a, b) => Math.abs(b - ground) - Math.abs(a - ground),
  )[0];
  return { ground, ink: ink ?? ground };
}

/** The values that come so many times or more, the most frequent first. */
function often(values: readonly number[], least = 1): number[] {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const most = [...counts].filter(([, count]) => count >= least).sort(([, a], [, b]) => b - a);
  return most.map(([value]) => value);
}

/** Waits until an element looks as is wanted, and fails with how it looks. */
export async function untilLooks(
  element: Locator,
  wanted: (looks: Looks) => boolean,
  rows?: number,
): Promise<void> {
  let seen: unknown;
  for (let tries = 0; tries < 20; tries++) {
    // It may be drawn anew in this moment.
    const looks = await looksOf(element, rows).catch((error) => {
      seen = error;
    });
    if (looks && wanted(looks)) return;
    seen = looks ?? seen;
    await sleep(250);
  }
  assert.fail(`it looks like this: ${seen instanceof Error ? seen.message : JSON.stringify(seen)}`);
}

/** Legible in the theme: dark on light, or light on dark. */
export const legible = {
  Light: ({ ground, ink }: Looks) => ground > 0.9 && ink < 0.5,
  Dark: ({ ground, ink }: Looks) => ground < 0.3 && ink > 0.55,
};

/** The cell that JupyterLab takes for the chosen one, and what has the focus. */
export function placeOf(page: Page): Promise<{ cell: number; focus: string }> {
  return page.evaluate(() => {
    const cells = [...document.querySelectorAll(".jp-NotebookPanel:not(.lm-mod-hidden) .jp-Cell")];
    const focused = document.activeElement;
    return {
      cell: cells.findIndex((cell) => cell.classList.contains("jp-mod-active")),
      focus: focused?.classList.contains("jp-Cell")
        ? "cell"
        : (focused?.getAttribute("type") ?? focused?.localName ?? ""),
    };
  });
}

/** What Vega itself holds of a control, by the view that drew it. */
export function signalOf(control: Locator): Promise<unknown> {
  return control.evaluate((node) => {
    const { jupyterapp } = window as unknown as { jupyterapp: Application };
    const around = (widget: Widget): Widget | undefined => {
      if (!widget.node.contains(node)) return undefined;
      if (widget._result !== undefined) return widget;
      for (const child of widget.children?.() ?? []) {
        const found = around(child);
        if (found !== undefined) return found;
      }
      return undefined;
    };
    return around(jupyterapp.shell.currentWidget)?._result?.view.signal((node as HTMLInputElement).name);
  });
}
