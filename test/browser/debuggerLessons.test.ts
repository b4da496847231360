import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import type { Browser, Locator, Page } from "playwright-core";
import type { LessonName } from "../../src/lessons/order.js";
import { type Cell, lessonStem, type Notebook } from "../notebooks/notebook.js";
import { type Lab, openBrowser, root, startLab } from "./lab.js";
import { untilKernelIsReady } from "./page.js";
import * as scratch from "./scratch.js";

const folderName = "debugger-lessons-test";
const work = join(root, "work", folderName);

/** A lesson as a reader first meets it, without outputs; returns its cells. */
function freshCopy(lesson: LessonName): Cell[] {
  const name = `${lessonStem(lesson)}.ipynb`;
  const notebook = JSON.parse(readFileSync(join(root, "notebooks", name), "utf8")) as Notebook;
  for (const cell of notebook.cells)
    if (cell.cell_type === "code") Object.assign(cell, { outputs: [], execution_count: null });
  mkdirSync(work, { recursive: true });
  writeFileSync(join(work, name), JSON.stringify(notebook));
  return notebook.cells;
}

/** The text of a section, and the code that it speaks of: the nearest above it. */
function sectionOf(cells: readonly Cell[], id: string): { text: string; code: string; answer: string } {
  const at = cells.findIndex((cell) => cell.id === id);
  const text = [cells[at]?.source ?? ""].flat().join("");
  const code = cells.slice(0, at).findLast((cell) => cell.cell_type === "code");
  const answer = /<\/summary>([\s\S]*)<\/details>/.exec(text)?.[1] ?? "";
  return { text, code: [code?.source ?? ""].flat().join(""), answer };
}

describe("the debugger, as the lessons tell it", () => {
  let folder: string;
  let lab: Lab;
  let browser: Browser;
  let page: Page;
  let cell: Locator;
  const complaints: string[] = [];

  before(async () => {
    mkdirSync(join(root, ".cache"), { recursive: true });
    folder = mkdtempSync(join(root, ".cache", "test-browser-"));
    lab = await startLab(folder);
    rmSync(work, { recursive: true, force: true });
    ({ browser, page } = await openBrowser());
    page.on("pageerror", (error) => complaints.push(String(error)));
  });

  after(async () => {
    await browser?.close();
    await lab?.stop();
    rmSync(work, { recursive: true, force: true });
    if (folder) rmSync(folder, { recursive: true, force: true });
  });

  const cellOf = (source: string) =>
    scratch.codeCells(page).filter({ has: page.locator(".cm-content", { hasText: source }) });
  const runCell = async (source: string) => {
    await cellOf(source).locator(".cm-line").first().click();
    await scratch.run(page, cellOf(source));
  };
  const highlighted = () => cell.locator(".jp-DebuggerEditor-highlight");
  const breakpoints = () => page.locator(".jp-DebuggerBreakpoint");
  /** A click to the left of a line's number. */
  const clickBeside = async (line: number) => {
    const number = cell.locator(".cm-lineNumbers").getByText(`${line}`, { exact: true });
    const { x, y, height } = (await number.boundingBox()) ?? assert.fail(`line ${line} has no number`);
    await page.mouse.click(x - 6, y + height / 2);
  };
  const press = (button: "Next" | "Continue") =>
    page.locator(".jp-DebuggerPausedOverlay").getByTitle(button, { exact: true }).click();
  const variable = (name: string) =>
    page.locator(".jp-DebuggerVariables-body .jp-TreeItem").filter({
      has: page.locator(".jp-DebuggerVariables-name", { hasText: new RegExp(`^${name}$`) }),
    });
  /** Waits for the values by which a stop is known, as between two stops the panel shows others, and reads one more. */
  const valueAt = async (known: Readonly<Record<string, number>>, name: string) => {
    for (const [each, value] of Object.entries(known))
      await variable(each)
        .locator(".jp-DebuggerVariables-detail", { hasText: new RegExp(`^${value}$`) })
        .waitFor({ timeout: 15_000 });
    return Number(await variable(name).locator(".jp-DebuggerVariables-detail").textContent());
  };

  /** Presses Next, and again, until the code stands at such a line. Each press leads to another line here. */
  const nextUntil = async (text: string) => {
    for (let presses = 0; presses < 6; presses++) {
      const before = (await highlighted().textContent()) ?? "";
      await press("Next");
      await highlighted().filter({ hasNotText: before.trim() }).waitFor();
      if ((await highlighted().textContent())?.includes(text)) return;
    }
    assert.fail(`no line with ${text} came`);
  };

  /** Opens a lesson, runs the cells that the loop needs and the loop, presses the bug, and lets it halt at a line. */
  const haltIn = async (lesson: LessonName, needed: readonly string[], code: string, line: number) => {
    const address = new URL(lab.address);
    address.pathname = `/lab/tree/${folderName}/${lessonStem(lesson)}.ipynb`;
    address.searchParams.set("reset", ""); // no other notebook stands open
    await page.goto(address.href);
    await scratch.codeCells(page).first().waitFor({ timeout: 120_000 });
    await untilKernelIsReady(page);
    const [start = ""] = code.split("\n");
    for (const source of [...needed, start]) await runCell(source);
    cell = cellOf(start);
    await page.locator(".jp-NotebookPanel:not(.lm-mod-hidden) .jp-DebuggerBugButton").click();
    await cell.locator(".cm-breakpoint-gutter .cm-gutterElement").first().waitFor({ state: "attached" });
    await page.locator("#jp-debugger-sidebar").waitFor();
    await cell.scrollIntoViewIfNeeded();
    await clickBeside(line);
    await breakpoints().waitFor();
    await cell.locator(".cm-line").first().click();
    await scratch.start(page);
    await highlighted().waitFor();
  };
  /** Takes the point away, lets the cell go on to its end, and returns what it shows. */
  const goOn = async (line: number) => {
    await clickBeside(line);
    await breakpoints().waitFor({ state: "detached" });
    await press("Continue");
    const { text, errors } = await scratch.untilRan(cell);
    assert.deepEqual(errors, []);
    return text;
  };

  test("03: what the section says of the sum is seen, product by product", async () => {
    const { text, code, answer } = sectionOf(freshCopy("convolution"), "watch-it-work");
    const line = Number(/to the left of the (\d+)/.exec(text)?.[1]);
    const product = "total += ";
    assert.ok(code.split("\n")[line - 1]?.includes(product), `line ${line} is not that of the product`);
    await haltIn("convolution", ["classicalKernels, cnn"], code, line);
    assert.equal(await valueAt({ i: 0, j: 0 }, "total"), 0);
    const totals: number[] = [];
    for (const done of [1, 2, 3, 4]) {
      await nextUntil(product);
      totals.push(await valueAt({ i: Math.floor(done / 3), j: done % 3 }, "total"));
    }
    const [said = ""] = answer.split(".");
    assert.deepEqual([totals[0], totals[1], totals[3]], said.match(/\d+/g)?.map(Number));
    assert.equal((await goOn(line)).trim(), "by hand 26, loop 26, library 26, TensorFlow 26");
  });

  test("04: the section counts the pixels of padding as they are met", async () => {
    const { code, answer } = sectionOf(freshCopy("padding-and-stride"), "stand-at-the-edge");
    const line = code.split("\n").findIndex((each) => each.trim().startsWith("if ")) + 1;
    await haltIn("padding-and-stride", ["crossCorrelate, differenceTable", "const guess2"], code, line);
    const padding: number[][] = [[], []];
    for (const [output, found] of padding.entries()) {
      for (let weight = 0; weight < 5; weight++) {
        const pixel = await valueAt({ output, weight }, "pixel");
        if (pixel < 0 || pixel > 6) found.push(pixel);
        await press("Continue");
      }
    }
    const said = answer.split("Then").map((part) => part.match(/-?\d+/g)?.map(Number));
    assert.deepEqual(padding, said);
    assert.match(await goOn(line), /^same along one line: 3,4,5,5,5,4,3$/m);
  });

  test("nothing went wrong in the page", () => {
    assert.deepEqual(complaints, []);
  });
});
