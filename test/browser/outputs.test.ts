/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { barChart } from "../../src/charts/figures/bars.js";
import { digitGrid } from "../../src/charts/figures/digits.js";
import { plotlyFigure } from "../../src/charts/figures/plotly.js";
import { multiplySumExplorer } from "../../src/lessons/convolution/multiplySumExplorer.js";
import { poolingExplorer } from "../../src/lessons/pooling/poolingExplorer.js";
import { type Lab, openBrowser, root, startLab } from "./lab.js";
import { reopenIn, untilKernelIsReady } from "./page.js";
import { snap } from "./scratch.js";
import {
  chartIn,
  command,
  hasChanges,
  legible,
  placeOf,
  setTheme,
  signalOf,
  untilLooks,
  writeShown,
} from "./shown.js";

const work = join(root, "work", "outputs-test");
const screenshots = join(root, ".cache", "screenshots");

const ring = Array.from({ length: 16 }, (_, y) =>
  Array.from({ length: 16 }, (_, x) => (Math.abs(Math.hypot(y - 7, x - 6) - 5) < 1 ? 255 : 0)),
);
const bars = [
  { label: "one", value: 1 },
  { label: "two", value: 2 },
];
const clear = "rgba(0,0,0,0)";
/** A Vega explorer, one with lists, a Vega-Lite chart, plotly's, and a picture, a screen of text below each. */
const figures = () => [
  poolingExplorer(ring),
  multiplySumExplorer(),
  barChart(bars, { title: "Two bars", valueTitle: "height" }),
  plotlyFigure(
    {
      data: [{ type: "scatter", x: [1, 2, 3], y: [1, 4, 9] }],
      layout: { title: { text: "Squares" }, paper_bgcolor: clear, plot_bgcolor: clear },
    },
    { data: { values: [{ x: 1 }] }, mark: "point", encoding: { x: { field: "x" } } },
    "Three squares.",
  ),
  digitGrid({ count: 1, height: 1, width: 2, pixels: Uint8Array.of(0, 255) }, { captions: ["a dot"] }),
];
const [pooling, product, chart, squares, digits] = [0, 1, 2, 3, 4];

describe("JupyterLab with explorers and charts, run some time ago", () => {
  let folder: string;
  let lab: Lab;
  let browser: Browser;
  let page: Page;
  const complaints: string[] = [];
  const cell = (index: number) => page.locator(".jp-NotebookPanel .jp-CodeCell").nth(index);
  const output = (index: number) => cell(index).locator(".jp-OutputArea-output");

  before(async () => {
    mkdirSync(join(root, ".cache"), { recursive: true });
    folder = mkdtempSync(join(root, ".cache", "test-browser-"));
    lab = await startLab(folder);
    writeShown(join(work, "outputs.ipynb"), figures());
    ({ browser, page } = await openBrowser());
    page.on("pageerror", (error) => complaints.push(String(error)));
    page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
    const address = new URL(lab.address);
    address.pathname = "/lab/tree/outputs-test/outputs.ipynb";
    await page.goto(address.href);
    await chartIn(output(pooling)).waitFor({ timeout: 120_000 });
    await untilKernelIsReady(page);
  });

  after(async () => {
    await browser?.close();
    await lab?.stop();
    rmSync(work, { recursive: true, force: true });
    if (folder) rmSync(folder, { recursive: true, force: true });
  });

  test("JupyterLab's list of extensions finds nothing wrong with ours", () => {
    const program = join(root, ".venv", "bin", "jupyter");
    const { stdout, stderr } = spawnSync(program, ["labextension", "list"], { encoding: "utf8" });
    assert.match(stdout + stderr, /^\s+convlab v[\d.]+ \S*enabled\S* \S*OK/m);
  });

  test("arrow keys move a slider, and the cell stays the chosen one", async () => {
    const slider = output(pooling).locator('input[type="range"]').first();
    const { min, max } = await slider.evaluate((node: HTMLInputElement) => ({
      min: node.min,
      max: node.max,
    }));
    for (const way of ["by the mouse", "by Tab"]) {
      if (way === "by the mouse") await slider.click();
      else await slider.focus();
      const before = await placeOf(page);
      assert.equal(before.focus, "range", way);
      await page.keyboard.press("Home");
      const first = Number(await slider.inputValue());
      assert.equal(first, Number(min));
      for (const [key, value] of [
        ["ArrowRight", first + 1],
        ["ArrowUp", first + 2],
        ["ArrowLeft", first + 1],
        ["ArrowDown", first],
        ["End", Number(max)],
      ] as const) {
        await page.keyboard.press(key);
        assert.equal(Number(await slider.inputValue()), value, key);
        assert.deepEqual(await placeOf(page), before, key);
      }
      assert.equal(await signalOf(slider), Number(max), "the picture follows");
    }
  });

  test("arrow keys and letters choose from a list, and none of them is a command", async () => {
    const cells = await page.locator(".jp-NotebookPanel .jp-Cell").count();
    const list = output(product).locator("select").first();
    await list.focus();
    const before = await placeOf(page);
    const first = await list.inputValue();
    await page.keyboard.press("ArrowDown");
    const second = await list.inputValue();
    assert.notEqual(second, first);
    assert.equal(await signalOf(list), second, "the picture follows");
    // In a cell these would delete it, put one above, cut it and make it text.
    for (const key of ["d", "d", "a", "x", "m"]) await page.keyboard.press(key);
    assert.deepEqual(await placeOf(page), before);
    assert.equal(await page.locator(".jp-NotebookPanel .jp-Cell").count(), cells);
    await page.keyboard.press("Home");
    assert.equal(await list.inputValue(), first);
    await page.keyboard.press("Control+b");
    await page.locator("#jp-left-stack").waitFor({ state: "hidden" });
    await page.keyboard.press("Control+b");
    await page.locator("#jp-left-stack").waitFor();
  });

  test("by keys alone one comes from a cell into its controls, through them and back", async () => {
    await cell(pooling).locator(".cm-content").click();
    await page.keyboard.press("Escape");
    assert.equal((await placeOf(page)).focus, "cell");
    const { cell: chosen } = await placeOf(page);
    const controls = output(pooling).locator("input, select");
    const met = new Set<string>();
    for (let presses = 0; presses < 30; presses++) {
      await page.keyboard.press("Tab");
      const name = await controls.evaluateAll((all) =>
        all.find((node) => node === document.activeElement)?.getAttribute("name"),
      );
      if (name) met.add(name);
      else if (met.size > 0) break; // out at the other end
    }
    const names = await controls.evaluateAll((all) => all.map((node) => node.getAttribute("name") ?? ""));
    assert.deepEqual([...met], [...new Set(names)], "every control, in order");
    // What the next cell has itself lies on the way.
    for (let presses = 0; presses < 8 && (await placeOf(page)).cell !== chosen; presses++)
      await page.keyboard.press("Shift+Tab");
    assert.equal(await controls.last().evaluate((node) => node === document.activeElement), true);
    await page.keyboard.press("Escape");
    assert.deepEqual(await placeOf(page), { cell: chosen, focus: "cell" });
    await page.keyboard.press("ArrowDown");
    assert.equal((await placeOf(page)).cell, chosen + 1, "arrows are the notebook's again");
  });

  test("charts follow the theme without being run, and an explorer stands as it was set", async () => {
    const slider = output(pooling).locator('input[type="range"]').first();
    const list = output(product).locator("select").first();
    await slider.focus();
    await page.keyboard.press("Home");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    const value = await slider.inputValue();
    await list.selectOption({ index: 1 });
    const name = await list.inputValue();
    await command(page, "docmanager:save");
    for (const theme of ["Dark", "Light", "Dark"] as const) {
      await setTheme(page, theme);
      for (const index of [pooling, product, chart, squares]) {
        // Their headings stand on the page's ground.
        await untilLooks(chartIn(output(index)), legible[theme], index === squares ? undefined : 20);
        await snap(page, screenshots, `outputs-${index}-${theme.toLowerCase()}`);
      }
      assert.equal(await slider.inputValue(), value);
      assert.equal(String(await signalOf(slider)), value);
      assert.equal(await list.inputValue(), name);
      assert.equal(await signalOf(list), name);
    }
    assert.equal(await hasChanges(page), false, "there is nothing to be saved");
    await slider.focus();
    await page.keyboard.press("ArrowRight");
    assert.equal(Number(await signalOf(slider)), Number(value) + 1, "it is alive");
  });

  test("a picture is told to those who do not see it", async () => {
    const image = output(digits).locator("img");
    assert.equal(await image.getAttribute("alt"), "1 image of 1 x 2 pixels: a dot.");
  });

  test("opened in the dark theme, plotly can be read", async () => {
    await reopenIn(page, "JupyterLab Dark");
    await output(squares).scrollIntoViewIfNeeded();
    const title = output(squares).locator(".main-svg text").filter({ hasText: "Squares" });
    await title.waitFor();
    await untilLooks(output(squares).locator(".js-plotly-plot, .plot-container").first(), legible.Dark);
  });

  for (const [width, height] of [
    [1440, 900],
    [1024, 768],
  ] as const) {
    test(`at ${width} x ${height} controls stand aligned below their picture, none off the screen`, async () => {
      await page.setViewportSize({ width, height });
      for (const theme of ["Light", "Dark"] as const) {
        await setTheme(page, theme);
        for (const index of [pooling, product]) {
          await output(index).locator(".vega-bindings").scrollIntoViewIfNeeded();
          await untilLooks(output(index).locator(".vega-bindings"), legible[theme]);
          await snap(page, screenshots, `controls-${index}-${width}-${theme.toLowerCase()}`);
          const { room, below, controls, lefts, names } = await output(index).evaluate(measure);
          assert.ok(below >= 0 && below < 12, `${below} pixels between picture and controls`);
          assert.ok(controls.length >= 5);
          for (const [left, right] of controls)
            assert.ok(left >= room[0] && right <= room[1] + 1, `${left} to ${right} in ${room}`);
          assert.ok(lefts.length <= 2 && names.length <= 2, `names at ${names}, controls at ${lefts}`);
        }
      }
    });
  }

  test("the page raised no error", () => {
    assert.deepEqual(complaints, []);
  });
});

/** Where the controls of an output stand, in pixels of the page. */
function measure(output: Element) {
  const rect = (node: Element) => node.getBoundingClientRect();
  const all = (selector: string) => [...output.querySelectorAll(selector)];
  const lefts = (selector: string) => [...new Set(all(selector).map((node) => Math.round(rect(node).left)))];
  const picture = output.querySelector(".vega-embed svg, .vega-embed canvas");
  const { left, right } = rect(output);
  return {
    room: [left, right] as const,
    below: rect(all(".vega-bindings")[0] as Element).top - rect(picture as Element).bottom,
    controls: all(".vega-bind, .vega-bind input, .vega-bind select, .vega-bind span").map(
      (node) => [rect(node).left, rect(node).right] as const,
    ),
    lefts: lefts('.vega-bind input[type="range"], .vega-bind select'),
    names: lefts(".vega-bind-name"),
  };
}
