/// <reference lib="dom" />
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import type { Browser, Locator, Page } from "playwright-core";
import { PNG } from "pngjs";
import { jupyterDisplay } from "../../src/charts/figure.js";
import { drawingExplorer } from "../../src/lessons/class-activation-maps/drawing/drawingExplorer.js";
import { trainedDrawing } from "../../src/lessons/class-activation-maps/drawing/trainedDrawing.js";
import { kernelsIn, type Lab, openBrowser, root, startLab } from "./lab.js";
import { reopenIn, untilKernelIsReady } from "./page.js";
import { snap } from "./scratch.js";
import { legible, setTheme, untilLooks } from "./shown.js";

const work = join(root, "work", "drawing-test");
const screenshots = join(root, ".cache", "screenshots");

type Point = readonly [x: number, y: number];

/** Digits as a hand paints them, in cells of the paper. */
const strokes: readonly (readonly [digit: number, lines: readonly (readonly Point[])[]])[] = [
  [7, [[[3, 2], [10, 2], [6, 12]]]],
  [3, [[[4, 2], [7, 1.5], [9, 3], [8, 5.5], [6, 6.5], [9, 7.5], [9.5, 10], [7, 12], [4, 11]]]],
  [0, [[[7, 2], [4.5, 4], [4, 8], [6, 11.5], [8.5, 11], [10, 8], [9.5, 4], [7, 2]]]],
]; // biome-ignore format: one digit a line

/** A notebook that shows the explorer, run some time ago. */
async function writeNotebook(): Promise<void> {
  const figure = drawingExplorer(await trainedDrawing(), 4);
  const output = { output_type: "display_data", data: figure[jupyterDisplay](), metadata: figure.metadata };
  const cell = {
    cell_type: "code",
    id: "a",
    execution_count: 1,
    metadata: {},
    source: [],
    outputs: [output],
  };
  const kernelspec = { name: "tslab", display_name: "TypeScript", language: "typescript" };
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work, { recursive: true });
  const notebook = { nbformat: 4, nbformat_minor: 5, metadata: { kernelspec }, cells: [cell] };
  writeFileSync(join(work, "drawing.ipynb"), JSON.stringify(notebook));
}

describe("JupyterLab with the drawing explorer and no kernel", () => {
  let folder: string;
  let lab: Lab;
  let browser: Browser;
  let page: Page;
  let drawing: Locator;

  before(async () => {
    mkdirSync(join(root, ".cache"), { recursive: true });
    folder = mkdtempSync(join(root, ".cache", "test-browser-"));
    lab = await startLab(folder);
    await writeNotebook();
    ({ browser, page } = await openBrowser());
    const address = new URL(lab.address);
    address.pathname = "/lab/tree/drawing-test/drawing.ipynb";
    await page.goto(address.href);
    drawing = page.locator(".jp-NotebookPanel .vega-embed svg.marks");
    await drawing.waitFor({ timeout: 120_000 });
    await untilKernelIsReady(page);
    await page.evaluate(() => {
      type Lab = { shell: { currentWidget: { sessionContext: { shutdown(): Promise<void> } } } };
      return (
        window as unknown as { jupyterapp: Lab }
      ).jupyterapp.shell.currentWidget.sessionContext.shutdown();
    });
  });

  after(async () => {
    await browser?.close();
    await lab?.stop();
    rmSync(work, { recursive: true, force: true });
    if (folder) rmSync(folder, { recursive: true, force: true });
  });

  const at = async (x: number, y: number): Promise<Point> => {
    const box = await drawing.boundingBox();
    assert.ok(box, "the explorer is drawn");
    return [box.x + 6 + x, box.y + 6 + y];
  };

  async function paint(lines: readonly (readonly Point[])[]): Promise<void> {
    const inCells = ([x, y]: Point) => at(14 * (x + 0.5), 22 + 14 * (y + 0.5));
    for (const [first, ...others] of lines) {
      await page.mouse.move(...(await inCells(first as Point)));
      await page.mouse.down();
      for (const point of others) await page.mouse.move(...(await inCells(point)), { steps: 4 });
      await page.mouse.up();
    }
  }

  /** The digit whose bar is orange, by the place of the colour in a picture of the bars. */
  async function read(): Promise<number> {
    const [x, y] = await at(228, 22);
    const { data, width } = PNG.sync.read(await page.screenshot({ clip: { x, y, width: 92, height: 195 } }));
    const rows = new Set<number>();
    for (let pixel = 0; pixel < data.length / 4; pixel++) {
      const [red = 0, green = 0, blue = 0] = data.subarray(4 * pixel, 4 * pixel + 3);
      if (red > 220 && green < 140 && blue < 80) rows.add(Math.floor(pixel / width / 19.5));
    }
    assert.equal(rows.size, 1, `orange bars: ${[...rows].join(", ")}`);
    return [...rows][0] as number;
  }

  test("it shows the digit of the list, with no kernel running", async () => {
    assert.deepEqual(kernelsIn(work), []);
    assert.equal(await read(), 4);
  });

  for (const [digit, lines] of strokes) {
    test(`a ${digit} painted with the mouse is read as ${digit}`, async () => {
      await page.mouse.click(...(await at(74, 238)));
      await paint(lines);
      await snap(page, screenshots, `drawing-${digit}-light`);
      assert.equal(await read(), digit);
    });
  }

  const control = (name: string) => page.locator(`.jp-NotebookPanel .vega-bindings [name="${name}"]`);
  const said = () =>
    page.locator(".jp-NotebookPanel .vega-embed text[role=status]").getAttribute("aria-label");

  test("a 7 painted with the pen that sliders move is read, and told in words", async () => {
    await control("example").selectOption("an empty paper");
    const lead = async (column: number, row: number) => {
      await control("penColumn").fill(String(column));
      await control("penRow").fill(String(row));
    };
    await lead(3, 2);
    await control("penDown").check();
    for (const [column, row] of [[10, 2], [9, 4], [8, 6], [7, 9], [6, 12]] as const) await lead(column, row); // biome-ignore format: one line
    await snap(page, screenshots, "drawing-pen-light");
    assert.equal(await read(), 7);
    const words = (await said()) ?? "";
    assert.match(words, /Read as 7, \d+\.\d%/);
    assert.match(words, /pen down at row 12, column 6$/);
    await control("penDown").uncheck();
  });

  test("the pen is where the mouse painted last", async () => {
    await paint([[[2, 11], [11, 3]]]); // biome-ignore format: one stroke
    assert.deepEqual(
      [await control("penRow").inputValue(), await control("penColumn").inputValue()],
      ["3", "11"],
    );
    assert.match((await said()) ?? "", /pen up at row 3, column 11$/);
  });

  test("picture and controls fit into JupyterLab in a window of 1024 x 768", async () => {
    const before = page.viewportSize();
    await page.setViewportSize({ width: 1024, height: 768 });
    await page.reload(); // a window that was wide keeps its wide panel of files
    await page.locator(".jp-NotebookPanel .vega-embed svg").waitFor({ timeout: 120_000 });
    const { room, wide, high } = await page.locator(".jp-NotebookPanel .vega-embed").evaluate((embed) => ({
      room: embed.closest(".jp-OutputArea-output")?.clientWidth ?? 0,
      wide: embed.closest(".jp-OutputArea-output")?.scrollWidth ?? 0,
      high: embed.getBoundingClientRect().height,
    }));
    await snap(page, screenshots, "drawing-1024");
    assert.ok(room > 500 && wide <= room, `${wide} in ${room}`);
    assert.ok(high <= 680, `${high} high`);
    if (before) await page.setViewportSize(before);
  });

  test("what is painted stays when the theme changes, and can still be taken back", async () => {
    const [digit, lines] = strokes[1] as (typeof strokes)[0];
    await page.mouse.click(...(await at(74, 238)));
    await paint(lines);
    const before = await said();
    assert.match(before ?? "", new RegExp(`Read as ${digit}, `));
    for (const theme of ["Dark", "Light"] as const) {
      await setTheme(page, theme);
      await untilLooks(drawing, legible[theme], 20);
      assert.equal(await said(), before, theme);
      assert.equal(await read(), digit, theme);
    }
    await page.mouse.click(...(await at(20, 238)));
    assert.match((await said()) ?? "", /Nothing yet/);
  });

  test("in the dark theme as well", async () => {
    await reopenIn(page, "JupyterLab Dark");
    const [digit, lines] = strokes[0] as (typeof strokes)[0];
    await page.mouse.click(...(await at(74, 238)));
    await paint(lines);
    await snap(page, screenshots, "drawing-dark");
    assert.equal(await read(), digit);
  });
});
