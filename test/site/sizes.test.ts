/// <reference lib="dom" />
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { gzipSync } from "node:zlib";
import type { Browser, Page } from "playwright-core";
import { openBrowser, sleep } from "../browser/lab.js";
import { lessonStem } from "../notebooks/notebook.js";
import { serveCopy, under } from "./copy.js";
import { addressOf, command, untilIdle, untilReadable } from "./lite.js";

/** The most that page and kernel may take, compressed. The goal is 5 MB; a fault is more than this. */
const mostMegabytes = 7;

describe("what a first visit costs", () => {
  let served: Awaited<ReturnType<typeof serveCopy>>;
  let browser: Browser;
  let page: Page;

  before(async () => {
    served = await serveCopy("sizes");
    ({ browser, page } = await openBrowser());
  });

  after(async () => {
    await browser?.close();
    await served?.close();
  });

  test("from the click to a lesson that can be read, to the first result, and the bytes for it", async (t) => {
    const began = performance.now();
    const seconds = () => ((performance.now() - began) / 1000).toFixed(1);
    await page.goto(addressOf(served.address, `${lessonStem("convolution")}.ipynb`), { waitUntil: "commit" });
    // Until the notebook stands there, the lesson is shown as a page.
    const meanwhile = page.frameLocator("#convlab-reading iframe");
    await meanwhile.locator("h1").waitFor();
    const readable = seconds();
    // What a lesson asks to be guessed is not told there.
    await meanwhile.locator(".outputs").first().waitFor({ state: "attached" });
    assert.equal(await meanwhile.locator(".outputs:visible").count(), 0);
    await untilReadable(page);
    const notebook = seconds();
    await untilIdle(page);
    const idle = seconds();
    const asked = [...served.requests];
    await command(page, "notebook:run-cell-and-select-next");
    await command(page, "notebook:run-cell-and-select-next");
    await page.waitForFunction(() =>
      [...document.querySelectorAll(".jp-CodeCell .jp-InputArea-prompt")].some((node) =>
        /\[1\]/.test(node.textContent ?? ""),
      ),
    );
    const first = seconds();
    await sleep(3000);
    const shell = bytesOf(served.folder, asked);
    const all = bytesOf(served.folder, served.requests);
    t.diagnostic(
      `readable after ${readable} s, as a notebook after ${notebook} s, kernel ready after ${idle} s, first result after ${first} s`,
    );
    t.diagnostic(
      `until the kernel is ready ${shell.toFixed(2)} MB compressed, a moment later ${all.toFixed(2)} MB`,
    );
    assert.ok(shell > 1 && shell < mostMegabytes, `${shell.toFixed(2)} MB`);
  });
});

/** Megabytes of the files that were asked for, each once, as gzip makes them. */
function bytesOf(folder: string, requests: readonly string[]): number {
  const files = new Set(
    requests.map((url) => decodeURIComponent(url.split("?")[0] ?? "").slice(under.length)),
  );
  let bytes = 0;
  for (const file of files) {
    try {
      bytes += gzipSync(
        readFileSync(join(folder, file.endsWith("/") || file === "" ? `${file}index.html` : file)),
        { level: 9 },
      ).length;
    } catch {} // a file that is looked for and need not be there
  }
  return bytes / 1e6;
}
