/// <reference lib="dom" />
import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import type { Browser, BrowserContext, CDPSession, Page } from "playwright-core";
import type { Figure } from "../../src/charts/figure.js";
import { drawingExplorer } from "../../src/lessons/class-activation-maps/drawing/drawingExplorer.js";
import { confusionExplorer } from "../../src/lessons/confusionExplorer/confusionExplorer.js";
import { biasedNetwork } from "../lessons/class-activation-maps/drawing/gallery.js";
import { answered, shapes } from "../lessons/confusionExplorer/answered.js";
import { openBrowser, root } from "./lab.js";
import { snap } from "./scratch.js";
import { drawAlone, telephone } from "./telephone.js";

const screenshots = join(root, ".cache", "screenshots");

interface Drawn {
  signal(name: string): unknown;
  data(name: string): Record<string, number>[];
}
type Point = readonly [x: number, y: number];

describe("explorers on a telephone of 390 x 844, with a finger and by keyboard", () => {
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let fingers: CDPSession;

  const signal = (name: string) =>
    page.evaluate((asked) => (window as unknown as { drawn: Drawn }).drawn.signal(asked), name);
  const state = (...names: readonly string[]) => Promise.all(names.map(signal));
  const data = (name: string) =>
    page.evaluate((asked) => (window as unknown as { drawn: Drawn }).drawn.data(asked), name);
  const at = async ([x, y]: Point) => {
    const box = await page.locator("#figure svg").first().boundingBox();
    return { x: (box?.x ?? 0) + x + 6, y: (box?.y ?? 0) + y + 6 };
  };
  /** A finger goes along a line of places of the drawing, as one that is painted. */
  const swipe = async (...line: readonly Point[]) => {
    const steps = line.flatMap(([x, y], index) => {
      const [fromX, fromY] = line[Math.max(0, index - 1)] as Point;
      return [1, 2, 3, 4].map(
        (step): Point => [fromX + (step / 4) * (x - fromX), fromY + (step / 4) * (y - fromY)],
      );
    });
    for (const [index, place] of steps.entries()) {
      const type = index === 0 ? "touchStart" : "touchMove";
      await fingers.send("Input.dispatchTouchEvent", { type, touchPoints: [await at(place)] });
    }
    await fingers.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
    await page.waitForTimeout(300);
  };
  const tap = async (place: Point) => {
    const { x, y } = await at(place);
    await page.touchscreen.tap(x, y);
    await page.waitForTimeout(300);
  };
  const middleOf = async (name: string, which = 0): Promise<Point> => {
    const mark = await page.locator(`#figure .mark-rect.${name} path`).nth(which).boundingBox();
    const corner = await at([0, 0]);
    assert.ok(mark, name);
    return [mark.x + mark.width / 2 - corner.x, mark.y + mark.height / 2 - corner.y];
  };

  const draw = (figure: Figure) => drawAlone(page, figure, "device-width");

  before(async () => {
    ({ browser } = await openBrowser());
    ({ context, page } = await telephone(browser, 844));
    fingers = await context.newCDPSession(page);
  });

  after(() => browser?.close());

  const ink = async () => (await data("drawing")).reduce((sum, cell) => sum + (cell.ink ?? 0), 0);

  test("a finger paints on the paper, once, and the page stays; beside it the page scrolls", async () => {
    await draw(drawingExplorer(biasedNetwork, 0));
    assert.deepEqual(await state("narrow", "width"), [true, 336]);
    await tap(await middleOf("clear"));
    assert.equal(await ink(), 0);
    const cells = (row: number, column: number): Point => [22 * (column + 0.5), 22 + 22 * (row + 0.5)];
    await swipe(cells(2, 3), cells(11, 3));
    const full = (await data("drawing")).filter(({ ink: much }) => much === 1);
    assert.deepEqual(
      full.map(({ row, column }) => [row, column]),
      Array.from({ length: 10 }, (_, row) => [row + 2, 3]),
    );
    assert.deepEqual(await state("penRow", "penColumn"), [11, 3]);
    assert.equal(await page.evaluate(() => scrollY), 0);
    const one = await ink();
    await swipe(cells(6, 7), cells(6, 11));
    assert.ok((await ink()) > one + 4);
    await snap(page, screenshots, "drawing-390");
    await tap(await middleOf("undo"));
    assert.equal(await ink(), one, "one stroke of a finger is one stroke to take back");
    await tap(await middleOf("width"));
    await tap(await middleOf("erase"));
    assert.deepEqual(await state("pencil", "brush"), [2, "erases"]);
    await swipe(cells(6, 1), cells(6, 5));
    assert.ok((await ink()) < one - 2);
    assert.equal(await page.evaluate(() => scrollY), 0);
    await swipe([150, 700], [150, 500]);
    assert.ok((await page.evaluate(() => scrollY)) > 20, "the page is not held");
    await page.evaluate(() => scrollTo(0, 0));
  });

  test("by keyboard alone: an empty paper, the pen down, a stroke, and taken back", async () => {
    const control = (name: string) => page.locator(`#figure [name="${name}"]`);
    await control("brush").selectOption("paints");
    await control("pencil").focus();
    await page.keyboard.press("Home");
    await control("example").focus();
    await page.keyboard.press("Home");
    await page.keyboard.press("ArrowDown");
    assert.deepEqual(await state("example", "pencil"), ["an empty paper", 1]);
    await control("penRow").focus();
    await page.keyboard.press("Home");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Home");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Space");
    assert.equal(await signal("penDown"), true);
    const dot = await ink();
    await page.keyboard.press("Shift+Tab");
    for (let step = 0; step < 3; step++) await page.keyboard.press("ArrowRight");
    const stroke = (await data("drawing")).filter(({ ink: much }) => much === 1);
    assert.deepEqual(
      stroke.map(({ row, column }) => [row, column]),
      [0, 1, 2, 3].map((column) => [1, column]),
    );
    await control("undo").focus();
    for (let step = 0; step < 3; step++) await page.keyboard.press("Space");
    assert.equal(await ink(), dot);
  });

  const names = ["cat", "dog", "fish", "a bird with a long name"];
  const images = shapes({ names, count: 80, channels: 3, height: 32, width: 32 });
  const answers = Array.from(images.labels, (label, index) => (index % 3 === 0 ? (label + 1) % 4 : label));

  test("a tap opens a square of the confusion matrix, and another looks at a picture", async () => {
    await draw(await confusionExplorer(answered(answers, 4), images));
    assert.deepEqual(await state("narrow", "width"), [true, 324]);
    const shown = async () => {
      await page.waitForTimeout(500);
      return page
        .locator("#figure image")
        .evaluateAll((all) =>
          all.map(
            (each) =>
              each.getAttribute("href") ?? each.getAttributeNS("http://www.w3.org/1999/xlink", "href") ?? "",
          ),
        );
    };
    const cells = await data("cells");
    const fish = cells.findIndex(({ row, column }) => row === 2 && column === 3);
    await tap(await middleOf("cell", fish));
    assert.deepEqual(await state("actual", "answered", "picture"), ["fish", names[3], 1]);
    const count = cells[fish]?.count ?? 0;
    assert.deepEqual(
      (await shown()).map((url) => url.slice(0, 22)),
      new Array(count + 1).fill("data:image/jpeg;base64"),
    );
    await page.locator("#figure .mark-rect.tile").scrollIntoViewIfNeeded();
    await tap(await middleOf("tile", 2));
    assert.equal(await signal("picture"), 3);
    await page.evaluate(() => scrollTo(0, 0));
    await page.screenshot({
      path: join(screenshots, "confusion-390.png"),
      clip: { x: 0, y: 0, width: 390, height: 844 },
    });
    const right = cells.findIndex(({ row, column }) => row === 1 && column === 1);
    await tap(await middleOf("cell", right));
    assert.equal((await shown()).length, (cells[right]?.count ?? 0) + 1);
    assert.deepEqual(await state("actual", "answered", "picture"), ["dog", "dog", 1]);
    assert.equal(await page.locator('#figure [name="picture"]').inputValue(), "1");
  });

  test("by keyboard alone: the class, the answer, a picture; what is told changes with it", async () => {
    const control = (name: string) => page.locator(`#figure [name="${name}"]`);
    const said = () => page.locator('#figure [role="status"]').first().getAttribute("aria-label");
    await control("actual").focus();
    await page.keyboard.press("Home");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Home");
    await page.keyboard.press("ArrowDown");
    assert.deepEqual(await state("actual", "answered"), ["cat", "dog"]);
    assert.match(
      (await said()) ?? "",
      /^7 of 20 \(35\.0%\): cat taken for dog All 7 can be looked at, .*Picture 1, image \d+ of the set/,
    );
    await page.keyboard.press("Tab");
    await page.keyboard.press("Home");
    await page.keyboard.press("ArrowRight");
    assert.match((await said()) ?? "", /Picture 2, image \d+ of the set: [\d.]+% for dog, [\d.]+% for cat$/);
  });
});
