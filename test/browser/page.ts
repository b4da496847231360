/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { sleep } from "./lab.js";

/** What one code cell looks like in the page. */
export interface CellView {
  source: string;
  prompt: string;
  images: number;
  charts: number;
  tables: number;
  errors: string;
}

/** Notes every value each progress bar of the page takes, from now on. */
export async function watchBars(page: Page): Promise<() => Promise<number[]>> {
  await page.evaluate(() => {
    const values: number[] = [];
    Object.assign(window, { convlabBars: values });
    setInterval(() => {
      for (const bar of document.querySelectorAll<HTMLProgressElement>(".jp-OutputArea progress")) {
        if (!values.includes(bar.value)) values.push(bar.value);
      }
    }, 50);
  });
  return () => page.evaluate(() => (window as unknown as { convlabBars: number[] }).convlabBars);
}

export function cellsIn(page: Page): Promise<CellView[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll(".jp-NotebookPanel:not(.lm-mod-hidden) .jp-CodeCell")].map((cell) => {
      const outputs = cell.querySelector(".jp-Cell-outputArea");
      const count = (selector: string) => outputs?.querySelectorAll(selector).length ?? 0;
      const stderr = [
        ...(outputs?.querySelectorAll('[data-mime-type="application/vnd.jupyter.stderr"]') ?? []),
      ];
      const errors = [
        ...(outputs?.querySelectorAll('[data-mime-type="application/vnd.jupyter.error"]') ?? []),
      ];
      const traces = stderr.filter((node) =>
        /^\s+at .+:\d+|^\d+:\d+ - |Error: |^Cannot compile cell/m.test(node.textContent ?? ""),
      );
      return {
        source: cell.querySelector(".jp-InputArea-editor .cm-content")?.textContent ?? "",
        prompt: cell.querySelector(".jp-InputPrompt")?.textContent?.trim() ?? "",
        images: count("img"),
        charts: count(".vega-embed svg, .vega-embed canvas, .js-plotly-plot svg, .js-plotly-plot canvas"),
        tables: count("table"),
        errors: [...errors, ...traces].map((node) => node.textContent?.trim() ?? "").join("\n"),
      };
    }),
  );
}

/** Waits until the notebook's kernel answers: a run asked for earlier makes JupyterLab ask for a kernel instead. */
export async function untilKernelIsReady(page: Page): Promise<void> {
  await page.waitForFunction(
    () => {
      const { jupyterapp } = window as unknown as {
        jupyterapp?: {
          shell: { currentWidget?: { sessionContext?: { session?: { kernel?: { status: string } } } } };
        };
      };
      return jupyterapp?.shell.currentWidget?.sessionContext?.session?.kernel?.status === "idle";
    },
    undefined,
    { timeout: 180_000 },
  );
}

/** Run > Run All Cells, by the menu, as a reader does. */
export async function runAllCells(page: Page): Promise<void> {
  await page.locator('.lm-MenuBar-item:has-text("Run")').click();
  await page.locator('.lm-Menu-item[data-command="runmenu:run-all"]').click();
}

/** Waits until every code cell with source has a count, and fails at the first error output. */
export async function untilAllRan(page: Page, milliseconds: number): Promise<CellView[]> {
  const end = Date.now() + milliseconds;
  for (;;) {
    const cells = await cellsIn(page);
    const failed = cells.find((cell) => cell.errors !== "");
    if (failed)
      throw new Error(`Cannot run the lesson: a cell shows an error.\n${failed.source}\n${failed.errors}`);
    const waiting = cells.filter((cell) => cell.source.trim() !== "" && !/^\[\d+\]:$/.test(cell.prompt));
    if (cells.length > 0 && waiting.length === 0) return cells;
    if (Date.now() > end) {
      const first = waiting[0];
      throw new Error(
        `Cannot finish: ${waiting.length} cells wait, the first is ${first?.prompt} ${first?.source}`,
      );
    }
    await sleep(500);
  }
}

/** Pictures of the whole notebook, a piece at a time, as `name-1.png`, `name-2.png` … */
export async function photograph(page: Page, folder: string, name: string): Promise<string[]> {
  mkdirSync(folder, { recursive: true });
  const height = 1800;
  await page.setViewportSize({ width: 1280, height });
  const scroller = page.locator(".jp-NotebookPanel:not(.lm-mod-hidden) .jp-WindowedPanel-outer");
  await scroller.evaluate((node) => node.scrollTo(0, 0));
  await sleep(1000);
  const { total, step } = await scroller.evaluate((node) => ({
    total: node.scrollHeight,
    step: node.clientHeight,
  }));
  const paths: string[] = [];
  for (let top = 0; top < total && paths.length < 40; top += step) {
    await scroller.evaluate((node, place) => node.scrollTo(0, place), top);
    await sleep(400);
    const path = join(folder, `${name}-${paths.length + 1}.png`);
    await page.screenshot({ path });
    paths.push(path);
  }
  return paths;
}

/** Saves the notebook and opens it again in a theme: charts take their colours when they are drawn. */
export async function reopenIn(page: Page, theme: "JupyterLab Light" | "JupyterLab Dark"): Promise<void> {
  await page.evaluate(async (name) => {
    const { jupyterapp } = window as unknown as {
      jupyterapp: { commands: { execute(id: string, args?: object): Promise<void> } };
    };
    await jupyterapp.commands.execute("docmanager:save");
    await jupyterapp.commands.execute("apputils:change-theme", { theme: name });
  }, theme);
  const light = theme === "JupyterLab Light";
  const themed = () =>
    page.waitForFunction((wanted) => document.body.dataset.jpThemeLight === wanted, String(light));
  await themed();
  await sleep(1500); // the setting is written with a delay
  await page.reload();
  await themed();
  await page.locator(".jp-NotebookPanel .jp-CodeCell").first().waitFor({ timeout: 120_000 });
  await untilKernelIsReady(page);
  await sleep(1500);
}
