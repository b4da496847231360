/// <reference lib="dom" />
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Browser, CDPSession, Page } from "playwright-core";
import { smallExplorer } from "../lessons/networkExplorer/gallery.js";
import { openBrowser } from "./lab.js";
import { drawAlone, telephone } from "./telephone.js";

interface Drawn {
  signal(name: string): unknown;
}

describe("the network explorer on a page of a telephone's size", () => {
  let browser: Browser;
  let page: Page;
  let fingers: CDPSession;

  const signal = <T>(name: string) =>
    page.evaluate((asked) => (window as unknown as { drawn: Drawn }).drawn.signal(asked), name) as Promise<T>;
  const state = (...names: readonly string[]) => Promise.all(names.map((name) => signal(name)));
  /** A place of the drawing on the screen. */
  const at = async (x: number, y: number) => {
    const box = await page.locator("#figure svg").first().boundingBox();
    return { x: (box?.x ?? 0) + x + 6, y: (box?.y ?? 0) + y + 6 };
  };
  const ink = async () => (await signal<number[]>("A0")).reduce((sum, value) => sum + value, 0);
  /** A finger goes from one place of the drawing to another. */
  const swipe = async (from: readonly [number, number], to: readonly [number, number]) => {
    for (let step = 0; step <= 8; step++) {
      const [x, y] = [0, 1].map(
        (axis) => (from[axis] ?? 0) + (step / 8) * ((to[axis] ?? 0) - (from[axis] ?? 0)),
      );
      const touchPoints = [await at(x ?? 0, y ?? 0)];
      await fingers.send("Input.dispatchTouchEvent", {
        type: step === 0 ? "touchStart" : "touchMove",
        touchPoints,
      });
    }
    await fingers.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
    await page.waitForTimeout(500);
  };

  before(async () => {
    ({ browser } = await openBrowser());
    const telephoned = await telephone(browser);
    page = telephoned.page;
    await drawAlone(page, smallExplorer(), 600);
    fingers = await telephoned.context.newCDPSession(page);
  });

  after(async () => {
    await browser.close();
  });

  test("a tap on a map chooses the number there", async () => {
    const [, , , grid] = await signal<Record<string, number>[]>("grids");
    const { left = 0, top = 0, cell = 0 } = grid ?? {};
    const place = await at(left + 2.5 * cell, top + 1.5 * cell);
    await page.touchscreen.tap(place.x, place.y);
    await page.waitForTimeout(300);
    assert.deepEqual(await state("layer", "map", "row", "column", "back"), ["conv2", 0, 1, 2, 0]);
  });

  test("a finger on the picture paints and does not scroll; elsewhere it scrolls", async () => {
    await page.locator("#figure select").first().selectOption("picture");
    await page.waitForTimeout(300);
    const before = await ink();
    await swipe([20, 350], [120, 250]);
    assert.ok((await ink()) > before + 3, `${before}, then ${await ink()}`);
    assert.equal(await signal("picture"), "my own painting");
    assert.equal(await page.evaluate(() => scrollY), 0);
    await swipe([300, 420], [300, 200]);
    assert.ok((await page.evaluate(() => scrollY)) > 20, "the page is not held");
    await page.evaluate(() => scrollTo(0, 0));
  });

  test("by keyboard alone: a layer, a number in it, and back along its largest parts", async () => {
    const layer = page.locator("#figure select").first();
    await layer.focus();
    await page.keyboard.press("End");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Home");
    await page.keyboard.press("ArrowRight");
    assert.deepEqual(await state("layer", "chosenMap"), ["dense1", 1]);
    for (let tab = 0; tab < 3; tab++) await page.keyboard.press("Tab");
    await page.keyboard.press("Home");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    assert.deepEqual(await state("back", "shown"), [2, 3]);
    const said = await page.locator('#figure [role="status"]').first().getAttribute("aria-label");
    assert.match(said ?? "", /^2 steps back from dense1 unit 1: conv2 map \d/);
  });
});
