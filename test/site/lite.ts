/// <reference lib="dom" />
import type { Locator, Page } from "playwright-core";
import { sleep } from "../browser/lab.js";
import type { Notebook } from "../notebooks/notebook.js";

/** What the tests use of JupyterLab's application. */
interface Application {
  readonly shell: {
    readonly currentWidget?: {
      readonly context?: { readonly path: string; readonly isReady: boolean };
      readonly content?: {
        readonly model?: { toJSON(): unknown };
        readonly widgets: readonly unknown[];
        activeCellIndex: number;
        readonly activeCell?: { readonly model: { readonly sharedModel: { setSource(text: string): void } } };
      };
      readonly sessionContext?: {
        readonly session?: {
          readonly kernel?: {
            readonly status: string;
            readonly connectionStatus: string;
            interrupt(): Promise<void>;
          } | null;
        } | null;
      };
    };
  };
  readonly commands: { execute(id: string, args?: object): Promise<unknown> };
}

/** Where a lesson opens in JupyterLab. */
export function addressOf(site: string, notebook: string): string {
  return new URL(`jupyter/lab/index.html?path=${encodeURIComponent(notebook)}`, site).href;
}

/** Waits until a notebook's cells stand there to be read. */
export async function untilReadable(page: Page): Promise<void> {
  await page.locator(".jp-NotebookPanel .jp-CodeCell").first().waitFor({ timeout: 120_000 });
}

/** Waits until the kernel of the notebook in front is idle. */
export async function untilIdle(page: Page, milliseconds = 120_000): Promise<void> {
  await page.waitForFunction(
    () => {
      const { jupyterapp } = window as unknown as { jupyterapp?: Application };
      const kernel = jupyterapp?.shell.currentWidget?.sessionContext?.session?.kernel;
      return kernel?.connectionStatus === "connected" && kernel.status === "idle";
    },
    undefined,
    { timeout: milliseconds, polling: 100 },
  );
}

export async function command(page: Page, id: string, args: object = {}): Promise<void> {
  await page.evaluate(
    async ([name, given]) => {
      const { jupyterapp } = window as unknown as { jupyterapp: Application };
      await jupyterapp.commands.execute(name, given);
    },
    [id, args] as const,
  );
}

/** Asks for something that takes its time: a cell to be run, a stop, a restart. */
export function begin(page: Page, id = "notebook:run-cell"): void {
  void command(page, id).catch(() => {});
}

/** Puts a code cell below the last one, and selects it. */
export async function addCell(page: Page, source: string): Promise<Locator> {
  const select = (text: string | undefined): Promise<void> =>
    page.evaluate((given) => {
      const { jupyterapp } = window as unknown as { jupyterapp: Application };
      const content = jupyterapp.shell.currentWidget?.content;
      if (content === undefined) throw new Error("Cannot write a cell: no notebook is in front.");
      content.activeCellIndex = content.widgets.length - 1;
      if (given !== undefined) content.activeCell?.model.sharedModel.setSource(given);
    }, text);
  await select(undefined);
  await command(page, "notebook:insert-cell-below");
  await command(page, "notebook:change-cell-to-code");
  await select(source);
  const cell = page.locator(".jp-NotebookPanel:not(.lm-mod-hidden) .jp-CodeCell.jp-mod-active");
  await cell.waitFor();
  const id = await cell.evaluate((node) => {
    const name = `written-${document.querySelectorAll("[data-written]").length + 1}`;
    node.setAttribute("data-written", name);
    return name;
  });
  return page.locator(`[data-written="${id}"]`);
}

/** The notebook in front as it would be saved now. */
export function notebookIn(page: Page): Promise<Notebook> {
  return page.evaluate(() => {
    const { jupyterapp } = window as unknown as { jupyterapp: Application };
    return jupyterapp.shell.currentWidget?.content?.model?.toJSON();
  }) as Promise<Notebook>;
}

/** Runs all cells of the notebook in front, from a kernel without names, and gives it with its new outputs. */
export async function runWhole(page: Page, milliseconds: number): Promise<Notebook> {
  await command(page, "notebook:clear-all-cell-outputs");
  void command(page, "notebook:run-all-cells").catch(() => {});
  const end = Date.now() + milliseconds;
  for (;;) {
    await sleep(500);
    const notebook = await notebookIn(page);
    const code = notebook.cells.filter(({ cell_type, source }) => cell_type === "code" && source.length > 0);
    const waiting = code.filter(({ execution_count }) => typeof execution_count !== "number");
    const failed = code.some(({ outputs = [] }) => outputs.some((output) => isError(output)));
    if (failed || waiting.length === 0) {
      if (!failed) await untilIdle(page);
      return notebookIn(page);
    }
    if (Date.now() > end)
      throw new Error(
        `Cannot finish in ${milliseconds / 1000} s: ${waiting.length} cells wait, the first is\n${waiting[0]?.source}`,
      );
  }
}

export function isError(output: unknown): boolean {
  return (output as { output_type?: string }).output_type === "error";
}
