import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { lessonStem, type Notebook } from "../notebooks/notebook.js";
import { kernelsIn, type Lab, openBrowser, root, startLab } from "./lab.js";
import {
  type CellView,
  cellsIn,
  photograph,
  reopenIn,
  runAllCells,
  untilAllRan,
  untilKernelIsReady,
  watchBars,
} from "./page.js";

const lesson = lessonStem("mnist-cnn");
const work = join(root, "work", "browser-test");
const screenshots = join(root, ".cache", "screenshots");

/** The lesson with its quick values and without outputs, so that all that is seen comes from this run. */
function quickCopy(): void {
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work, { recursive: true });
  const copy = join(work, `${lesson}.ipynb`);
  const quick = join(root, "scripts", "notebooks", "quick.py");
  execFileSync(join(root, ".venv", "bin", "python"), [
    quick,
    join(root, "notebooks", `${lesson}.ipynb`),
    copy,
  ]);
  const notebook = JSON.parse(readFileSync(copy, "utf8")) as Notebook;
  for (const cell of notebook.cells) {
    if (cell.cell_type === "code") Object.assign(cell, { outputs: [], execution_count: null });
  }
  writeFileSync(copy, JSON.stringify(notebook));
}

describe(`JupyterLab with ${lesson}`, () => {
  let folder: string;
  let lab: Lab;
  let browser: Browser;
  let page: Page;
  let cells: CellView[] = [];
  let bars: number[] = [];
  const complaints: string[] = [];

  before(async () => {
    mkdirSync(join(root, ".cache"), { recursive: true });
    folder = mkdtempSync(join(root, ".cache", "test-browser-"));
    lab = await startLab(folder); // sets up what the copy needs
    quickCopy();
    ({ browser, page } = await openBrowser());
    page.on("pageerror", (error) => complaints.push(String(error)));
  });

  after(async () => {
    await browser?.close();
    await lab?.stop();
    rmSync(work, { recursive: true, force: true });
    if (folder) rmSync(folder, { recursive: true, force: true });
  });

  test("Run All Cells runs every cell without an error", async () => {
    const address = new URL(lab.address);
    address.pathname = `/lab/tree/browser-test/${lesson}.ipynb`;
    await page.goto(address.href);
    await page.locator(".jp-NotebookPanel .jp-CodeCell").first().waitFor({ timeout: 120_000 });
    await untilKernelIsReady(page);
    const readBars = await watchBars(page);
    await runAllCells(page);
    try {
      await untilAllRan(page, 15 * 60_000);
    } finally {
      await photograph(page, screenshots, `${lesson}-light`);
      bars = await readBars();
    }
    cells = await cellsIn(page); // some charts are drawn when they are seen
    assert.ok(cells.length > 0);
  });

  test("the progress bar moved", () => {
    assert.ok(bars.length >= 2, `values seen: ${bars.join(", ")}`);
  });

  test("the training curve is drawn as a chart", () => {
    const trained = cells.filter((cell) => /\btrain\(/.test(cell.source) && cell.charts > 0);
    assert.ok(trained.length > 0, "no cell that trains shows an SVG or a canvas");
  });

  test("the digit grid is an image", () => {
    const grids = cells.filter((cell) => /\bdigitGrid\(/.test(cell.source));
    assert.ok(grids.length > 0 && grids.every((cell) => cell.images > 0), "a digit grid shows no image");
  });

  test("the page itself raised no error", () => {
    assert.deepEqual(complaints, []);
  });

  test("saved and opened again in the dark theme, the lesson shows the same pictures", async () => {
    await reopenIn(page, "JupyterLab Dark");
    const paths = await photograph(page, screenshots, `${lesson}-dark`);
    const before = cells.reduce((sum, cell) => sum + cell.charts + cell.images, 0);
    const after = (await cellsIn(page)).reduce((sum, cell) => sum + cell.charts + cell.images, 0);
    assert.equal(after, before, "charts and pictures after saving and opening again");
    assert.ok(paths.length > 0 && paths.every((path) => statSync(path).size > 10_000));
  });

  test("Ctrl-C ends JupyterLab and its kernels", async () => {
    assert.equal(kernelsIn(work).length, 1, "a kernel runs before");
    await browser.close();
    const { end, left } = await lab.stop();
    assert.deepEqual(left, []);
    assert.deepEqual(kernelsIn(work), []);
    // npm itself ends by the signal it was sent.
    assert.ok(end === 0 || end === "SIGINT", `npm start ended with ${end}\n${lab.printed().slice(-2000)}`);
  });
});
