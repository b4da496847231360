import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import type { Browser, Locator, Page } from "playwright-core";
import { type Lab, openBrowser, root, sleep, startLab } from "./lab.js";
import { untilKernelIsReady } from "./page.js";
import * as scratch from "./scratch.js";
import { setTheme } from "./shown.js";

const work = join(root, "work", "debugger-test");
const screenshots = join(root, ".cache", "screenshots");

const convolution = `function convolve(image: number[][], kernel: number[][]): number {
  let sum = 0;
  for (let row = 0; row < 2; row++) {
    for (let column = 0; column < 2; column++) {
      const product = image[row]![column]! * kernel[row]![column]!;
      sum += product;
    }
  }
  return sum;
}
const image = [[1, 2], [3, 4]];
const weights = Float32Array.of(0.5, -1);
convolve(image, [[1, 0], [0, -1]])`;

describe("JupyterLab's debugger", () => {
  let folder: string;
  let lab: Lab;
  let browser: Browser;
  let page: Page;
  let cell: Locator;
  const complaints: string[] = [];
  const snap = (name: string) => scratch.snap(page, screenshots, `debugger-${name}`);

  before(async () => {
    mkdirSync(join(root, ".cache"), { recursive: true });
    folder = mkdtempSync(join(root, ".cache", "test-browser-"));
    lab = await startLab(folder);
    rmSync(work, { recursive: true, force: true });
    scratch.writeScratch(join(work, "scratch.ipynb"));
    ({ browser, page } = await openBrowser());
    await page.setViewportSize({ width: 1500, height: 1000 });
    page.on("pageerror", (error) => complaints.push(String(error)));
    const address = new URL(lab.address);
    address.pathname = "/lab/tree/debugger-test/scratch.ipynb";
    await page.goto(address.href);
    await scratch.codeCells(page).first().waitFor({ timeout: 120_000 });
    await untilKernelIsReady(page);
  });

  after(async () => {
    await browser?.close();
    await lab?.stop();
    rmSync(work, { recursive: true, force: true });
    if (folder) rmSync(folder, { recursive: true, force: true });
  });

  const bug = () => page.locator(".jp-NotebookPanel:not(.lm-mod-hidden) .jp-DebuggerBugButton");
  const frames = () => page.locator(".jp-DebuggerCallstackFrame");
  const highlighted = () => cell.locator(".jp-DebuggerEditor-highlight");
  /** What the panel says of a variable. */
  const shown = (name: string) =>
    page
      .locator(".jp-DebuggerVariables-body .jp-TreeItem")
      .filter({ has: page.locator(".jp-DebuggerVariables-name", { hasText: new RegExp(`^${name}$`) }) })
      .first()
      .locator(".jp-DebuggerVariables-detail")
      .first();
  const command = async (name: string) => {
    await page.locator(`#jp-debugger-sidebar [data-command="debugger:${name}"]`).first().click();
  };
  const untilLine = async (text: string) => {
    await highlighted().filter({ hasText: text }).waitFor({ timeout: 30_000 });
  };

  test("the bug button switches it on", async () => {
    await bug().click();
    await page.locator('.jp-NotebookPanel[data-jp-debugger="true"]').waitFor({ timeout: 30_000 });
    // The panel opens by itself where nothing else stands there.
    if (!(await page.locator("#jp-debugger-sidebar").isVisible()))
      await page.locator('.jp-SideBar.jp-mod-right [data-id="jp-debugger-sidebar"]').click();
    await page.locator("#jp-debugger-sidebar").waitFor();
  });

  test("a click on the margin sets a breakpoint, and the cell stops there", async () => {
    cell = await scratch.write(page, convolution);
    await cell.locator(".cm-breakpoint-gutter .cm-gutterElement").nth(6).click();
    await page.locator(".jp-DebuggerBreakpoint").first().waitFor({ timeout: 30_000 });
    await cell.locator(".cm-content").click();
    await scratch.start(page);
    await untilLine("sum += product");
    assert.match((await frames().first().textContent()) ?? "", /convolve in Cell \[1\]/);
    assert.equal(await shown("sum").textContent(), "0");
    assert.equal(await shown("product").textContent(), "1");
    assert.equal(await shown("image").textContent(), "[ [ 1, 2 ], [ 3, 4 ] ]");
    await snap("stopped-light");
  });

  test("steps change what is shown", async () => {
    await command("next");
    await untilLine("for (let column");
    assert.equal(await shown("sum").textContent(), "1");
    await command("next");
    await untilLine("const product");
    await snap("stepped-light");
  });

  test("the panel is legible in the dark theme, with opened values", async () => {
    await setTheme(page, "Dark");
    await sleep(500);
    await page
      .locator(".jp-DebuggerVariables-body .jp-TreeItem")
      .filter({ hasText: "image" })
      .first()
      .click();
    await sleep(500);
    await snap("stopped-dark");
    await setTheme(page, "Light");
  });

  test("without the breakpoint it runs to its end", async () => {
    await cell.locator(".cm-breakpoint-gutter .cm-gutterElement").nth(6).click();
    await sleep(500);
    await command("continue");
    const seen = await scratch.untilRan(cell);
    assert.deepEqual([seen.text, seen.errors], ["-3", []]);
    await snap("ended-light");
  });

  test("nothing went wrong in the page", () => {
    assert.deepEqual(complaints, []);
  });
});
