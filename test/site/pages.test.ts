/// <reference lib="dom" />
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Page } from "playwright-core";
import { sleep } from "../browser/lab.js";
import { type Opened, openSite, plainPages, shown, walk } from "./pagesOpen.js";

const desk = { viewport: { width: 1440, height: 900 } };

describe("the plain pages in a browser", () => {
  let site: Opened;

  before(async () => {
    site = await openSite();
  });

  after(() => site?.close());

  for (const path of plainPages()) {
    test(`${path}: every chart comes to life, and the browser has nothing to complain about`, async () => {
      const page = await site.open(path, desk);
      await page.evaluate(() => {
        for (const details of document.querySelectorAll("details")) details.open = true;
      });
      await walk(page);
      const charts = await page.locator("[data-chart]").count();
      const live = () => page.locator("[data-chart] .stage.live").count();
      for (let tries = 0; tries < 50 && (await live()) < charts; tries++) await sleep(200);
      assert.equal(await live(), charts);
      assert.deepEqual(site.complaints, []);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 1440);
      await page.context().close();
    });
  }

  test("a lesson can be read without JavaScript, pictures and printed text included", async () => {
    const page = await site.open("lessons/pooling.html", { ...desk, javaScriptEnabled: false });
    for (const each of ["h1", ".cell .code", ".printed", "table", ".stage > img", ".picture > img"])
      assert.ok((await page.locator(each).filter({ visible: true }).count()) > 0, each);
    const words = page.locator("figcaption details").filter({ visible: true }).first();
    await words.locator("summary").click();
    assert.ok(((await words.locator("p").textContent()) ?? "").length > 40);
    await page.context().close();
  });

  test("what a guess is compared with is folded until the reader wants it", async () => {
    const page = await site.open("lessons/pooling.html", { ...desk, javaScriptEnabled: false });
    const cells = page.locator(".cell", { hasText: "compare(guess" });
    assert.ok((await cells.count()) >= 3, `${await cells.count()} comparisons`);
    for (const cell of await cells.all()) {
      const outputs = cell.locator(".outputs > details.answer > :not(summary)").first();
      assert.equal(await outputs.isVisible(), false);
      await cell.getByText("Show the answer").click();
      assert.equal(await outputs.isVisible(), true);
    }
    assert.equal(await page.locator(".predict").count(), await cells.count());
    await page.context().close();
  });

  test("moving a slider changes the picture, by mouse and by keyboard", async () => {
    const page = await site.open("lessons/padding-and-stride.html#what-if", desk);
    const figure = '[data-chart]:has(input[type="range"])';
    const slider = page.locator(`${figure} input[type="range"]`).first();
    await slider.scrollIntoViewIfNeeded();
    const first = await shown(page, `${figure} canvas`);
    await slider.focus();
    await page.keyboard.press("ArrowRight");
    await sleep(200);
    const second = await shown(page, `${figure} canvas`);
    const box = await slider.boundingBox();
    assert.ok(box);
    await page.mouse.click(box.x + box.width - 4, box.y + box.height / 2);
    await sleep(200);
    const third = await shown(page, `${figure} canvas`);
    assert.equal(new Set([first, second, third]).size, 3);
    await page.context().close();
  });

  test("a surface appears, and turns when it is dragged", async () => {
    const page = await site.open("lessons/mnist-cnn.html", desk);
    await page.locator("[data-kind='surface']").scrollIntoViewIfNeeded();
    const surface = page.locator(".turning .js-plotly-plot, .turning.js-plotly-plot").first();
    await surface.waitFor({ timeout: 30_000 });
    await page.locator(".turning canvas").first().waitFor();
    const camera = () =>
      surface.evaluate((plot) => {
        type Plot = { _fullLayout: { scene: { _scene: { getCamera(): { eye: object } } } } };
        return JSON.stringify((plot as unknown as Plot)._fullLayout.scene._scene.getCamera().eye);
      });
    await surface.scrollIntoViewIfNeeded();
    const before = await camera();
    const box = await surface.boundingBox();
    assert.ok(box);
    await page.mouse.move(box.x + 200, box.y + 200);
    await page.mouse.down();
    await page.mouse.move(box.x + 280, box.y + 230, { steps: 8 });
    await page.mouse.up();
    await sleep(500);
    assert.notEqual(await camera(), before);
    await page.context().close();
  });

  test("charts follow the system from light to dark, and keep what was set", async () => {
    const page = await site.open("lessons/padding-and-stride.html", desk);
    const figure = '[data-chart]:has(input[type="range"])';
    const slider = page.locator(`${figure} input[type="range"]`).first();
    await page.locator("#what-if").scrollIntoViewIfNeeded();
    await slider.fill("12");
    await sleep(200);
    const light = await shown(page, `${figure} canvas`);
    await page.emulateMedia({ colorScheme: "dark" });
    await page.waitForFunction(
      ([selector, before]) =>
        (document.querySelector(selector) as HTMLCanvasElement | null)?.toDataURL() !== before,
      [`${figure} canvas`, light] as const,
    );
    await sleep(300);
    assert.equal(await slider.inputValue(), "12");
    await page.context().close();
  });

  test("the first stop of the keyboard skips to the content", async () => {
    const page: Page = await site.open("lessons/convolution.html", desk);
    await page.keyboard.press("Tab");
    assert.equal(await page.evaluate(() => document.activeElement?.className), "skip");
    await page.keyboard.press("Enter");
    assert.match(page.url(), /#main$/);
    await page.context().close();
  });
});
