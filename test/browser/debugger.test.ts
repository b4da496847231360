import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import type { Locator, Page } from "playwright-core";
import { root, sleep } from "./lab.js";
import { untilKernelIsReady } from "./page.js";
import * as scratch from "./scratch.js";
import { setTheme } from "./shown.js";

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
  let opened: scratch.Opened;
  let page: Page;
  let cell: Locator;
  const snap = (name: string) => scratch.snap(page, screenshots, `debugger-${name}`);

  before(async () => {
    opened = await scratch.openScratch("debugger-test");
    page = opened.page;
    await page.setViewportSize({ width: 1500, height: 1000 });
  });

  after(() => opened?.close());

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

  /** How many texts with breakpoints the kernel knows of. */
  const breakpointsInKernel = () =>
    page.evaluate(async () => {
      type Info = { content: { body?: { breakpoints?: unknown[] } } };
      type Kernel = { requestDebug(content: object): { done: Promise<Info> } };
      const { jupyterapp } = globalThis as unknown as {
        jupyterapp: { shell: { currentWidget: { sessionContext: { session: { kernel: Kernel } } } } };
      };
      const { kernel } = jupyterapp.shell.currentWidget.sessionContext.session;
      const asked = kernel.requestDebug({ type: "request", seq: 1000, command: "debugInfo", arguments: {} });
      return (await asked.done).content.body?.breakpoints?.length ?? 0;
    });

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
    // Short names in the place of paths.
    for (const name of [".jp-DebuggerBreakpoint-source", ".jp-DebuggerCallstackFrame-location"])
      assert.match((await page.locator(name).first().textContent()) ?? "", /^Cell \[.\](:6)?$/);
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

  test("a breakpoint survives a restart of the kernel", async () => {
    await cell.locator(".cm-breakpoint-gutter .cm-gutterElement").nth(6).click();
    await page.locator(".jp-DebuggerBreakpoint").first().waitFor({ timeout: 30_000 });
    await scratch.press(page, "notebook:restart-kernel");
    await page.locator(".jp-Dialog .jp-mod-accept").click();
    await sleep(500);
    await untilKernelIsReady(page);
    // JupyterLab tells the new kernel in its own time.
    for (let tries = 0; tries < 100 && (await breakpointsInKernel()) === 0; tries++) await sleep(200);
    await cell.locator(".cm-content").click();
    await scratch.start(page);
    await untilLine("sum += product");
    assert.match((await frames().first().textContent()) ?? "", /convolve in Cell \[1\]/);
    await snap("restarted-light");
    await cell.locator(".cm-breakpoint-gutter .cm-gutterElement").nth(6).click();
    await sleep(500);
    await command("continue");
    assert.equal((await scratch.untilRan(cell)).text, "-3");
  });

  test("nothing went wrong in the page", () => {
    assert.deepEqual(opened.complaints, []);
  });
});
