/// <reference lib="dom" />
import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import type { CDPSession, Page } from "playwright-core";
import { PNG } from "pngjs";
import { root, sleep } from "../browser/lab.js";
import { snap } from "../browser/scratch.js";
import { type Opened, openSite } from "./pagesOpen.js";

const screenshots = join(root, ".cache", "screenshots");
type Point = readonly [x: number, y: number];

/** Digits as a hand paints them, in cells of the paper. */
const strokes: readonly (readonly [digit: number, line: readonly Point[]])[] = [
  [7, [[3, 2], [10, 2], [6, 12]]],
  [3, [[4, 2], [7, 1.5], [9, 3], [8, 5.5], [6, 6.5], [9, 7.5], [9.5, 10], [7, 12], [4, 11]]],
]; // biome-ignore format: one digit a line

/** Where the parts of the explorer stand in its canvas. */
const wide = { cell: 14, bars: [234, 28] as Point };
const narrow = { cell: 22, bars: [22, 430] as Point };
type Form = typeof wide;

describe("the drawing explorer of the start page", () => {
  let site: Opened;

  before(async () => {
    site = await openSite();
  });

  after(() => site?.close());

  const corner = async (page: Page): Promise<Point> => {
    const box = await page.locator(".drawing canvas").first().boundingBox();
    assert.ok(box, "the explorer is drawn");
    return [box.x, box.y];
  };

  const onPaper = async (page: Page, { cell }: Form, [column, row]: Point): Promise<Point> => {
    const [x, y] = await corner(page);
    return [x + 6 + cell * (column + 0.5), y + 28 + cell * (row + 0.5)];
  };

  const clear = async (page: Page, { cell }: Form): Promise<Point> => {
    const [x, y] = await corner(page);
    return [x + 6 + 14 * cell * 0.375, y + 48 + 14 * cell];
  };

  /** The digits whose bars are orange: the leading one, if there is any. */
  async function read(page: Page, { bars }: Form): Promise<number[]> {
    await sleep(200);
    const [x, y] = await corner(page);
    const clip = { x: x + bars[0], y: y + bars[1], width: 92, height: 195 };
    const { data, width } = PNG.sync.read(await page.screenshot({ clip, fullPage: false }));
    const rows = new Set<number>();
    for (let pixel = 0; pixel < data.length / 4; pixel++) {
      const [red = 0, green = 0, blue = 0] = data.subarray(4 * pixel, 4 * pixel + 3);
      if (red > 220 && green < 140 && blue < 80) rows.add(Math.floor(pixel / width / 19.5));
    }
    return [...rows];
  }

  test("a digit painted with the mouse is read", async () => {
    const page = await site.open("index.html", { viewport: { width: 1440, height: 900 } });
    await page.locator(".drawing canvas").first().waitFor();
    assert.deepEqual(await read(page, wide), [4]);
    for (const [digit, line] of strokes) {
      await page.mouse.click(...(await clear(page, wide)));
      assert.deepEqual(await read(page, wide), [], "an empty paper");
      const [first, ...others] = line;
      await page.mouse.move(...(await onPaper(page, wide, first as Point)));
      await page.mouse.down();
      for (const point of others) await page.mouse.move(...(await onPaper(page, wide, point)), { steps: 4 });
      await page.mouse.up();
      assert.deepEqual(await read(page, wide), [digit]);
    }
  });

  /** A finger that comes down, moves along a line and is lifted. */
  async function finger(touch: CDPSession, points: readonly Point[]): Promise<void> {
    const touchPoints = ([x, y]: Point) => [{ x, y }];
    const [first, ...others] = points;
    await touch.send("Input.dispatchTouchEvent", {
      type: "touchStart",
      touchPoints: touchPoints(first as Point),
    });
    let [x, y] = first as Point;
    for (const [nextX, nextY] of others) {
      for (let step = 1; step <= 4; step++) {
        const place: Point = [x + ((nextX - x) * step) / 4, y + ((nextY - y) * step) / 4];
        await touch.send("Input.dispatchTouchEvent", { type: "touchMove", touchPoints: touchPoints(place) });
        await sleep(16);
      }
      [x, y] = [nextX, nextY];
    }
    await touch.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  }

  test("on a telephone's screen a digit painted with a finger is read, and the page stays where it is", async () => {
    const telephone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
    const page = await site.open("index.html", telephone);
    await page.locator(".drawing canvas").first().waitFor();
    await page
      .locator(".drawing canvas")
      .first()
      .evaluate((canvas) =>
        scrollTo({ top: canvas.getBoundingClientRect().top + scrollY - 120, behavior: "instant" }),
      );
    const touch = await page.context().newCDPSession(page);
    const top = await page.evaluate(() => scrollY);
    for (const [digit, line] of strokes) {
      await finger(touch, [await clear(page, narrow)]);
      assert.deepEqual(await read(page, narrow), [], "an empty paper");
      await finger(touch, await Promise.all(line.map((point) => onPaper(page, narrow, point))));
      assert.deepEqual(await read(page, narrow), [digit]);
      assert.equal(await page.evaluate(() => scrollY), top);
    }
    await snap(page, screenshots, "site-drawing-touch");
    const [x, y] = await corner(page);
    await finger(touch, [
      [x + 100, y + 640],
      [x + 100, y + 440],
    ]);
    await sleep(300);
    assert.ok((await page.evaluate(() => scrollY)) > top, "beside the paper a finger scrolls the page");
    assert.deepEqual(site.complaints, []);
  });
});
