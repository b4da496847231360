/// <reference lib="dom" />
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { siteLesson } from "../../scripts/site/notebooks.mjs";
import { type Served, serveSite } from "../../scripts/site/serve.mjs";
import { root } from "../browser/lab.js";
import type { Notebook } from "../notebooks/notebook.js";
import { site, under } from "./copy.js";

/** JupyterLite and the plain pages of the built site, without a kernel, below a folder of a host. */
export async function serveLab(): Promise<Served & { folder: string }> {
  if (!existsSync(join(site, "jupyter", "files")))
    throw new Error("Cannot test the site: dist-site/ is not built. Run: npm run site");
  const folder = join(root, ".cache", "site-tests", "lab");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const part of ["jupyter", "lessons"]) {
    if (existsSync(join(site, part))) cpSync(join(site, part), join(folder, part), { recursive: true });
  }
  return { ...(await serveSite(folder, { under })), folder };
}

/** A new version of a lesson on the site: its first cell says something else. */
export function improve(folder: string, lesson: string, text: string): void {
  const jupyter = join(folder, "jupyter");
  const file = join(jupyter, "files", lesson);
  const notebook = JSON.parse(readFileSync(file, "utf8"));
  notebook.cells[0].source = text;
  const improved = siteLesson(notebook);
  writeFileSync(file, JSON.stringify(improved));
  const listFile = join(jupyter, "api", "contents", "all.json");
  const list = JSON.parse(readFileSync(listFile, "utf8"));
  const entry = list.content.find(({ name }: { name: string }) => name === lesson);
  entry.edition = improved.metadata.convlab?.edition;
  writeFileSync(listFile, JSON.stringify(list));
}

/** Waits until the lesson of the address is the notebook in front, with all its cells. */
export async function untilOpen(page: Page): Promise<void> {
  await page.locator(".jp-NotebookPanel:not(.lm-mod-hidden) .jp-CodeCell").first().waitFor();
  await page.waitForFunction(() => {
    const { jupyterapp } = window as unknown as { jupyterapp?: { shell: { currentWidget?: Panel | null } } };
    interface Panel {
      readonly context?: { readonly isReady: boolean; readonly path: string };
    }
    const context = jupyterapp?.shell.currentWidget?.context;
    return context?.isReady === true && context.path === new URL(location.href).searchParams.get("path");
  });
}

/** Gives the first code cell an output, as a run does. */
export async function showOutput(page: Page, text: string): Promise<void> {
  await page.evaluate((shown) => {
    interface Cell {
      readonly model: { readonly outputs?: { add(output: object): void } };
    }
    const { jupyterapp } = window as unknown as {
      jupyterapp: { shell: { currentWidget: { content: { widgets: readonly Cell[] } } } };
    };
    const { widgets } = jupyterapp.shell.currentWidget.content;
    const outputs = widgets.find(({ model }) => model.outputs !== undefined)?.model.outputs;
    outputs?.add({ output_type: "stream", name: "stdout", text: shown });
  }, text);
}

/** Writes at the start of the first code cell, by the keyboard, and waits until that is kept. */
export async function write(page: Page, text: string): Promise<void> {
  const editor = page.locator(".jp-NotebookPanel:not(.lm-mod-hidden) .jp-CodeCell .cm-content").first();
  await editor.click();
  await page.keyboard.press("Control+Home");
  await page.keyboard.type(text);
  await untilKept(page, text.trim());
}

/** Waits until the browser's storage holds a notebook with this text. */
export async function untilKept(page: Page, text: string): Promise<void> {
  const end = Date.now() + 30_000;
  while (!(await keptIn(page)).some((content) => content.includes(text))) {
    if (Date.now() > end) throw new Error(`Cannot find ${text} in what the browser keeps.`);
    await page.waitForTimeout(200);
  }
}

/** The contents that the browser keeps, as JSON. */
export function keptIn(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const { jupyterapp } = window as unknown as { jupyterapp: { serviceManager: { contents: Contents } } };
    interface Contents {
      readonly defaultDrive: { readonly storage: Promise<Store> };
    }
    interface Store {
      keys(): Promise<string[]>;
      getItem(key: string): Promise<{ readonly content: unknown }>;
    }
    const store = await jupyterapp.serviceManager.contents.defaultDrive.storage;
    const items = await Promise.all((await store.keys()).map((key) => store.getItem(key)));
    return items.map(({ content }) => JSON.stringify(content));
  });
}

/** The sources of the cells of the notebook in front. */
export async function sourcesIn(notebook: Promise<Notebook>): Promise<string> {
  return (await notebook).cells
    .map(({ source }) => (Array.isArray(source) ? source.join("") : source))
    .join("\n");
}
