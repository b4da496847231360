/// <reference lib="dom" />
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Browser, CDPSession, Page } from "playwright-core";
import { inkExplorer } from "../lessons/whatIf/gallery.js";
import { openBrowser } from "./lab.js";
import { drawAlone, telephone } from "./telephone.js";

interface Drawn {
  signal(name: string): unknown;
}

describe("what if, on a page of a telephone's size", () => {
  let browser: Browser;
  let page: Page;
  let fingers: CDPSession;

  const signal = <T>(name: string) =>
    page.evaluate((asked) => (window as unknown as { drawn: Drawn }).drawn.signal(asked), name) as Promise<T>;
  /** The middle of a pixel of the picture on the screen: each is 23 a side. */
  const at = async (row: number, column: number) => {
    const box = await page.locator("#figure svg").first().boundingBox();
    return { x: (box?.x ?? 0) + 6 + 23 * (column + 0.5), y: (box?.y ?? 0) + 46 + 23 * (row + 0.5) };
  };
  /** A finger goes from one pixel to another. */
  const swipe = async (from: readonly [number, number], to: readonly [number, number]) => {
    for (let step = 0; step <= 8; step++) {
      const [row = 0, column = 0] = [0, 1].map(
        (axis) => (from[axis] ?? 0) + (step / 8) * ((to[axis] ?? 0) - (from[axis] ?? 0)),
      );
      const type = step === 0 ? "touchStart" : "touchMove";
      await fingers.send("Input.dispatchTouchEvent", { type, touchPoints: [await at(row, column)] });
    }
    await fingers.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
    await page.waitForTimeout(500);
  };
  const choose = async (option: string) => {
    await page
      .locator("#figure select", { has: page.locator(`option:text-is("${option}")`) })
      .selectOption(option);
    await page.waitForTimeout(300);
  };
  const scrolled = () => page.evaluate(() => window.scrollY);

  before(async () => {
    ({ browser } = await openBrowser());
    const telephoned = await telephone(browser);
    page = telephoned.page;
    await drawAlone(page, inkExplorer(), 600);
    fingers = await telephoned.context.newCDPSession(page);
  });

  after(async () => {
    await browser.close();
  });

  test("a finger moves the cover and does not scroll; beside the picture it scrolls", async () => {
    assert.deepEqual((await signal<number[]>("logits")).map(Math.round), [1, 1]);
    await swipe([2, 2], [7, 5]);
    assert.deepEqual([await signal("down"), await signal("right")], [5, 3]);
    assert.equal((await signal<number[]>("logits"))[0]?.toFixed(3), "3.000", "there is no ink to cover");
    assert.equal(await scrolled(), 0);
    await swipe([11, 17], [1, 17]);
    assert.ok((await scrolled()) > 50);
    await page.evaluate(() => window.scrollTo(0, 0));
  });

  test("a finger covers and restores", async () => {
    await choose("restores everything");
    assert.equal(await signal("covered"), 0);
    await choose("covers");
    await swipe([9, 4], [9, 9]);
    assert.equal(await signal("covered"), 4 * 9, "a stroke of five pixels with a brush of four");
    await choose("restores");
    await swipe([9, 4], [9, 9]);
    assert.equal(await signal("covered"), 0);
  });

  test("the keyboard takes strokes back, and tells it", async () => {
    const back = page.locator("#figure .vega-bind", { hasText: "taken back" }).locator("input");
    await back.focus();
    await page.keyboard.press("ArrowRight");
    await page.waitForTimeout(300);
    assert.equal(await signal("covered"), 4 * 9);
    const told = await page.locator('#figure [role="status"]').getAttribute("aria-label");
    assert.match(told ?? "", /^36 pixels of 144 painted over with black \(0\), 1 stroke taken back/);
  });
});
