/// <reference lib="dom" />
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { gzipSync } from "node:zlib";
import type { BrowserContextOptions, Page } from "playwright-core";
import { root, sleep } from "../browser/lab.js";
import { snap } from "../browser/scratch.js";
import { site } from "./copy.js";
import { type Opened, openSite, shown } from "./pagesOpen.js";

const screenshots = join(root, ".cache", "screenshots");
const figure = ".explored";
const telephone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

describe("the network explorer of the start page and its tour", () => {
  let opened: Opened;

  before(async () => {
    opened = await openSite();
  });

  after(() => opened?.close());

  /** The start page, scrolled to the explorer, once it is alive. */
  async function atNetwork(options: BrowserContextOptions): Promise<Page> {
    const page = await opened.open("index.html", options);
    await page.locator("#network").scrollIntoViewIfNeeded();
    await page.evaluate(() => document.querySelector("#network")?.scrollIntoView({ behavior: "instant" }));
    await page.locator(`${figure} .stage.live canvas`).waitFor({ timeout: 60_000 });
    return page;
  }

  const place = (page: Page) => page.locator(`${figure} .place`).textContent();
  const says = (page: Page) => page.locator(`${figure} .tour .telling`).textContent();
  const turn = (page: Page, to: string) => page.locator(`${figure} [data-turn="${to}"]`);
  const layer = (page: Page) => page.locator(`${figure} select[name="layer"]`);

  test("nothing of it is fetched before the reader comes near, and then little", async () => {
    const page = await opened.open("index.html", { viewport: { width: 1440, height: 500 } });
    await page.locator(".drawing canvas").first().waitFor();
    await sleep(500);
    const asked = () => opened.served.requests.filter((path) => /network-(wide|narrow)/.test(path));
    const before = asked().length;
    assert.equal(await page.locator(`${figure} .stage.live`).count(), 0);
    await page.evaluate(() => document.querySelector("#network")?.scrollIntoView({ behavior: "instant" }));
    await page.locator(`${figure} .stage.live`).waitFor({ timeout: 60_000 });
    assert.equal(asked().length, before + 1, "one form of it");
    const folder = join(site, "assets");
    for (const name of readdirSync(folder).filter((file) => /^network-.*json$/.test(file)))
      assert.ok(gzipSync(readFileSync(join(folder, name))).length < 80_000, name);
    await page.context().close();
  });

  for (const colorScheme of ["light", "dark"] as const) {
    test(`by keyboard alone, ${colorScheme}: the pages turn and move the controls, the reader leaves and comes back`, async () => {
      const page = await atNetwork({ viewport: { width: 1440, height: 900 }, colorScheme });
      assert.equal(await place(page), "Page 1 of 9");
      await snap(page, screenshots, `site-network-1440-${colorScheme}`);
      await turn(page, "next").focus();
      const first = await shown(page, `${figure} canvas`);
      for (let pages = 0; pages < 5; pages++) {
        await page.keyboard.press("Enter");
        await sleep(400);
      }
      assert.equal(await place(page), "Page 6 of 9");
      assert.equal(await layer(page).inputValue(), "conv2");
      assert.match(
        (await says(page)) ?? "",
        /^A filter of conv2 has weights for every map below it: 150 parts/,
      );
      assert.notEqual(await shown(page, `${figure} canvas`), first);
      await snap(page, screenshots, `site-network-1440-${colorScheme}-window`);
      await layer(page).focus();
      await page.keyboard.press("Home");
      await sleep(400);
      assert.equal(await turn(page, "again").isVisible(), true);
      await turn(page, "again").focus();
      await page.keyboard.press("Space");
      await sleep(400);
      assert.equal(await layer(page).inputValue(), "conv2");
      await turn(page, "leave").focus();
      await page.keyboard.press("Enter");
      await sleep(300);
      assert.equal(await place(page), "The tour waits");
      await page.keyboard.press("Enter");
      await sleep(400);
      assert.equal(await place(page), "Page 6 of 9");
      assert.deepEqual(opened.complaints, []);
      await page.context().close();
    });

    test(`on a telephone by touch, ${colorScheme}: buttons large enough, pages, a painted line`, async () => {
      const page = await atNetwork({ ...telephone, colorScheme });
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 390);
      for (const name of ["back", "next", "leave"]) {
        const box = await turn(page, name).boundingBox();
        assert.ok(box && box.height >= 44 && box.width >= 44, `${name}: ${box?.width}x${box?.height}`);
      }
      await snap(page, screenshots, `site-network-390-${colorScheme}`);
      for (let pages = 0; pages < 2; pages++) {
        await turn(page, "next").tap();
        await sleep(400);
      }
      assert.equal(await layer(page).inputValue(), "conv1");
      const canvas = page.locator(`${figure} canvas`);
      const size = await canvas.boundingBox();
      assert.ok(size && size.width <= 390, `${size?.width} pixels wide`);
      await canvas.evaluate((element) =>
        scrollTo({ top: element.getBoundingClientRect().top + scrollY + 100, behavior: "instant" }),
      );
      await sleep(300);
      await snap(page, screenshots, `site-network-390-${colorScheme}-middle`);
      for (let pages = 0; pages < 6; pages++) {
        await turn(page, "next").tap();
        await sleep(300);
      }
      assert.equal(await place(page), "Page 9 of 9");
      const before = await says(page);
      await page.locator(`${figure} select[name="picture"]`).selectOption("an empty picture");
      await sleep(400);
      assert.notEqual(await says(page), before, "the answer in the text follows the picture");
      const touch = await page.context().newCDPSession(page);
      const at = async (x: number, y: number) => {
        const box = await canvas.boundingBox();
        return [{ x: (box?.x ?? 0) + x, y: (box?.y ?? 0) + y }];
      };
      // Where the picture stands enlarged, in the middle of the screen.
      await canvas.evaluate((element) =>
        scrollTo({ top: element.getBoundingClientRect().top + scrollY + 60, behavior: "instant" }),
      );
      await sleep(300);
      const top = await page.evaluate(() => scrollY);
      const empty = await says(page);
      for (let step = 0; step <= 10; step++) {
        const type = step === 0 ? "touchStart" : "touchMove";
        await touch.send("Input.dispatchTouchEvent", { type, touchPoints: await at(81, 450 + 11 * step) });
        await sleep(30);
      }
      await touch.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
      await sleep(500);
      assert.equal(await page.evaluate(() => scrollY), top, "the page stays where it is");
      assert.notEqual(await says(page), empty);
      assert.match((await says(page)) ?? "", /the answer now is 1 with/);
      await snap(page, screenshots, `site-network-390-${colorScheme}-painted`);
      assert.deepEqual(opened.complaints, []);
      await page.context().close();
    });
  }

  test("without scripts a still picture, its sentence and where the weights come from stand there", async () => {
    const page = await opened.open("index.html", { javaScriptEnabled: false });
    const still = page.locator(`${figure} .stage > img`);
    assert.equal(await still.isVisible(), true);
    assert.match((await still.getAttribute("alt")) ?? "", /The network mnistCnn on one sheet/);
    assert.equal(await page.locator(`${figure} .tour`).isVisible(), false);
    await page.locator(`${figure} summary`).click();
    const words = await page.locator(`${figure} figcaption`).textContent();
    assert.match(words ?? "", /trained here on 60,000 digits .* 98\.9% of the 10,000 test digits/);
    assert.match(
      words ?? "",
      /As drawn: of the given picture the largest answers are 5: [\d.]+, .* rounded to 18 bits/s,
    );
    await page.context().close();
  });
});
