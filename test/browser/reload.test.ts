/// <reference lib="dom" />
import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import type { Page } from "playwright-core";
import { root, sleep } from "./lab.js";
import { codeCells, complete, type Opened, openScratch, snap, start, write } from "./scratch.js";
import { command } from "./shown.js";

const screenshots = join(root, ".cache", "screenshots");

// Real training: some 20 seconds, an epoch at a time.
const training = `import { loadMnist, mnistCnn, train } from "convlab";
const { train: digits } = await loadMnist({ trainImages: 600, testImages: 10 });
const model = mnistCnn({ filters: [4, 8], hiddenUnits: 16 });
await train(model, digits, { epochs: 400 });`;

describe("JupyterLab while a training runs", () => {
  let opened: Opened;
  let page: Page;
  const outputs = () => codeCells(page).first().locator(".jp-OutputArea-output");

  before(async () => {
    opened = await openScratch("reload-test");
    page = opened.page;
  });

  after(() => opened?.close());

  /** How far the bar is, and what the curve is drawn of. */
  const seen = async (): Promise<{ done: number; curve: string }> => ({
    done: await outputs()
      .locator("progress")
      .evaluate((bar: HTMLProgressElement) => bar.value),
    curve: await outputs()
      .locator(".vega-embed canvas")
      .first()
      .evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL()),
  });

  /** Waits until bar and curve have both changed. */
  async function untilFurther(): Promise<void> {
    await outputs().locator("progress").waitFor({ timeout: 120_000 });
    await outputs().locator(".vega-embed canvas").first().waitFor({ timeout: 60_000 });
    const before = await seen();
    let now = before;
    for (let tries = 0; tries < 300 && !(now.done > before.done && now.curve !== before.curve); tries++) {
      await sleep(200);
      now = await seen();
    }
    assert.ok(now.done > before.done, `the bar stays at ${before.done}`);
    assert.notEqual(now.curve, before.curve, "the curve stays");
  }

  test("what a cell before has named is completed meanwhile", async () => {
    await write(page, training);
    await start(page);
    await untilFurther();
    await write(page, "digi");
    // JupyterLab waits a second for names; on a slow machine the second question has them.
    const labels = await complete(page).catch(() => complete(page));
    assert.ok(
      labels.some(({ label }) => label === "digits"),
      JSON.stringify(labels),
    );
    await page.keyboard.press("Escape");
    await untilFurther();
  });

  test("the curve goes on after the page was loaded again", async () => {
    await command(page, "docmanager:save");
    await page.reload();
    await codeCells(page).first().waitFor({ timeout: 120_000 });
    await untilFurther();
    await untilFurther();
    await snap(page, screenshots, "live-after-reload");
  });
});
