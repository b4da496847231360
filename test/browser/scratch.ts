/// <reference lib="dom" />
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Browser, Locator, Page } from "playwright-core";
import { type Lab, openBrowser, root, startLab } from "./lab.js";
import { untilKernelIsReady } from "./page.js";

// A notebook to try things in: what a reader does in it with keyboard and mouse, and what they see.

const notebook = ".jp-NotebookPanel:not(.lm-mod-hidden)";

/** Writes a notebook with one empty cell. */
export function writeScratch(path: string): void {
  const kernelspec = { name: "tslab", display_name: "TypeScript", language: "typescript" };
  const cell = {
    cell_type: "code",
    id: "first",
    execution_count: null,
    metadata: {},
    outputs: [],
    source: [],
  };
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(
    path,
    JSON.stringify({ nbformat: 4, nbformat_minor: 5, metadata: { kernelspec }, cells: [cell] }),
  );
}

/** An empty notebook, open in JupyterLab. */
export interface Opened {
  readonly lab: Lab;
  readonly browser: Browser;
  readonly page: Page;
  /** Where the notebook lies. */
  readonly work: string;
  /** What has gone wrong in the page. */
  readonly complaints: readonly string[];
  /** Ends all of it, and leaves nothing behind. */
  close(): Promise<void>;
}

/** Opens an empty notebook in a folder of its own below work/, in a JupyterLab of its own, and waits for its kernel. */
export async function openScratch(name: string): Promise<Opened> {
  const work = join(root, "work", name);
  mkdirSync(join(root, ".cache"), { recursive: true });
  const folder = mkdtempSync(join(root, ".cache", "test-browser-"));
  const closing: (() => Promise<unknown>)[] = [];
  const close = async (): Promise<void> => {
    for (const each of closing.reverse()) await each();
    for (const path of [work, folder]) rmSync(path, { recursive: true, force: true });
  };
  try {
    const lab = await startLab(folder);
    closing.push(() => lab.stop());
    rmSync(work, { recursive: true, force: true });
    writeScratch(join(work, "scratch.ipynb"));
    const { browser, page } = await openBrowser();
    closing.push(() => browser.close());
    const complaints: string[] = [];
    page.on("pageerror", (error) => complaints.push(String(error)));
    const address = new URL(lab.address);
    address.pathname = `/lab/tree/${name}/scratch.ipynb`;
    await page.goto(address.href);
    await codeCells(page).first().waitFor({ timeout: 120_000 });
    await untilKernelIsReady(page);
    return { lab, browser, page, work, complaints, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Where an error is drawn: JupyterLab gives errors the same place as the stream stderr. */
const errorOutput = '[data-mime-type="application/vnd.jupyter.stderr"]';

export const codeCells = (page: Page): Locator => page.locator(`${notebook} .jp-CodeCell`);

/** Goes to the empty cell at the end and writes into it; `keys` presses every key of it. */
export async function write(page: Page, source: string, { keys = false } = {}): Promise<Locator> {
  const cell = codeCells(page).nth((await codeCells(page).count()) - 1);
  await cell.locator(".cm-content").click();
  if (keys) await page.keyboard.type(source);
  else await page.keyboard.insertText(source);
  return cell;
}

/** Runs the cell that is written in, with Shift+Enter, and waits for its number. */
export async function run(page: Page, cell: Locator): Promise<Seen> {
  await start(page);
  return untilRan(cell);
}

export async function start(page: Page): Promise<void> {
  await page.keyboard.press("Shift+Enter");
}

/** What a cell shows once it has run. */
export interface Seen {
  number: number;
  text: string;
  errors: string[];
}

export async function untilRan(cell: Locator): Promise<Seen> {
  const prompt = cell.locator(".jp-InputArea-prompt");
  await prompt.filter({ hasText: /^\[\d+\]:$/ }).waitFor({ timeout: 60_000 });
  const number = Number(/\d+/.exec((await prompt.textContent()) ?? "")?.[0]);
  const outputs = cell.locator(".jp-Cell-outputArea .jp-OutputArea-output");
  const errors = cell.locator(errorOutput);
  return { number, text: (await outputs.allInnerTexts()).join("\n"), errors: await errors.allInnerTexts() };
}

/** Waits for a number: a cell that ran before shows its old one until it is asked again. */
export async function untilNumbered(cell: Locator, number: number): Promise<void> {
  const prompt = cell.locator(".jp-InputArea-prompt");
  await prompt.filter({ hasText: new RegExp(`^\\[${number}\\]:$`) }).waitFor({ timeout: 60_000 });
}

/** Waits until the kernel says that it works. */
export async function untilBusy(page: Page): Promise<void> {
  await page.locator('.jp-Notebook-ExecutionIndicator[data-status="busy"]').waitFor({ timeout: 30_000 });
}

/** Runs a new cell that is to succeed, and returns what it shows. */
export async function answer(page: Page, source: string): Promise<Seen> {
  const seen = await run(page, await write(page, source));
  assert.deepEqual(seen.errors, [], source);
  return seen;
}

/** Presses a button of the notebook's toolbar. */
export async function press(page: Page, command: string): Promise<void> {
  await page.locator(`${notebook} [data-command="${command}"]`).first().click();
}

/** One row of the completion popup. */
export interface Completion {
  label: string;
  type: string;
}

/** Presses Tab and returns what the popup offers. */
export async function complete(page: Page): Promise<Completion[]> {
  await page.keyboard.press("Tab");
  const popup = page.locator(".jp-Completer:not(.lm-mod-hidden)");
  await popup.locator(".jp-Completer-item").first().waitFor({ timeout: 30_000 });
  return popup.locator(".jp-Completer-item").evaluateAll((rows) =>
    rows.map((row) => ({
      label: row.querySelector(".jp-Completer-match")?.textContent ?? "",
      type: row.querySelector(".jp-Completer-typeExtended")?.textContent ?? "",
    })),
  );
}

/** Presses Shift+Tab and returns what the tooltip says. */
export async function inspect(page: Page): Promise<string> {
  await page.keyboard.press("Shift+Tab");
  const tooltip = page.locator(".jp-Tooltip .jp-RenderedMarkdown, .jp-Tooltip pre").first();
  await tooltip.waitFor({ timeout: 30_000 });
  return (await page.locator(".jp-Tooltip").textContent()) ?? "";
}

/** A picture of the window as it is. */
export async function snap(page: Page, folder: string, name: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`) });
}

/** The names of the errors in the outputs of a saved notebook. */
export function savedErrors(path: string): string[] {
  const { cells } = JSON.parse(readFileSync(path, "utf8")) as {
    cells: { outputs: { output_type: string; ename?: string }[] }[];
  };
  return cells.flatMap(({ outputs }) =>
    outputs.flatMap((output) => (output.output_type === "error" ? [output.ename ?? ""] : [])),
  );
}
