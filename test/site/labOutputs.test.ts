/// <reference lib="dom" />
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Browser, Locator, Page } from "playwright-core";
import { multiplySumExplorer } from "../../src/lessons/convolution/multiplySumExplorer.js";
import { openBrowser } from "../browser/lab.js";
import { chartIn, legible, outputOf, placeOf, signalOf, untilLooks } from "../browser/shown.js";
import { lessonStem } from "../notebooks/notebook.js";
import { serveLab, untilOpen } from "./labSite.js";
import { addCell, addressOf } from "./lite.js";

describe("an explorer in the JupyterLab of the site", () => {
  let served: Awaited<ReturnType<typeof serveLab>>;
  let browser: Browser;
  let page: Page;
  let output: Locator;
  const complaints: string[] = [];

  before(async () => {
    served = await serveLab();
    ({ browser, page } = await openBrowser());
    page.on("pageerror", (error) => complaints.push(String(error)));
    await page.setViewportSize({ width: 1024, height: 768 });
    await page.goto(addressOf(served.address, `${lessonStem("pooling")}.ipynb`));
    await untilOpen(page);
    const cell = await addCell(page, "// shown");
    await page.evaluate((shown) => {
      const { jupyterapp } = window as unknown as { jupyterapp: { shell: { currentWidget: Panel } } };
      interface Panel {
        readonly content: {
          readonly activeCell: { readonly model: { readonly outputs: { add(output: object): void } } };
        };
      }
      jupyterapp.shell.currentWidget.content.activeCell.model.outputs.add(shown);
    }, outputOf(multiplySumExplorer()));
    output = cell.locator(".jp-OutputArea-output");
    await chartIn(output).waitFor();
  });

  after(async () => {
    await browser?.close();
    await served?.close();
  });

  test("arrow keys move its slider and choose from its list, Escape leads back to the cell", async () => {
    for (const control of [output.locator('input[type="range"]').first(), output.locator("select").first()]) {
      await control.focus();
      const before = await placeOf(page);
      await page.keyboard.press("Home");
      const first = await control.inputValue();
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("ArrowRight");
      await page.keyboard.press("ArrowRight");
      const moved = await control.inputValue();
      assert.notEqual(moved, first);
      assert.equal(String(await signalOf(control)), moved);
      assert.deepEqual(await placeOf(page), before);
    }
    const { cell } = await placeOf(page);
    await page.keyboard.press("Escape");
    assert.deepEqual(await placeOf(page), { cell, focus: "cell" });
  });

  test("it follows the theme and stands as it was set", async () => {
    const slider = output.locator('input[type="range"]').first();
    const value = await slider.inputValue();
    for (const theme of ["Dark", "Light"] as const) {
      // The site's JupyterLab takes its theme from the system.
      await page.emulateMedia({ colorScheme: theme === "Dark" ? "dark" : "light" });
      await untilLooks(chartIn(output), legible[theme], 20);
      await untilLooks(output.locator(".vega-bindings"), legible[theme]);
      assert.equal(await slider.inputValue(), value);
      assert.equal(String(await signalOf(slider)), value);
    }
  });

  test("its controls have their columns", async () => {
    const { room, rights, lefts } = await output.evaluate((node) => {
      const places = [...node.querySelectorAll('.vega-bind :is(input[type="range"], select)')].map(
        (control) => control.getBoundingClientRect(),
      );
      return {
        room: node.getBoundingClientRect().right,
        rights: places.map(({ right }) => right),
        lefts: new Set(places.map(({ left }) => Math.round(left))).size,
      };
    });
    assert.ok(lefts <= 2, `${lefts} columns`);
    assert.ok(Math.max(...rights) <= room, `${rights} in ${room}`);
  });

  test("the page raised no error", () => {
    assert.deepEqual(complaints, []);
  });
});
