/// <reference lib="dom" />
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { openBrowser, sleep } from "../browser/lab.js";
import * as scratch from "../browser/scratch.js";
import { lessonStem } from "../notebooks/notebook.js";
import { serveCopy } from "./copy.js";
import { addCell, addressOf, begin, command, notebookIn, untilIdle, untilReadable } from "./lite.js";

const lesson = `${lessonStem("padding-and-stride")}.ipynb`;

describe("a session in JupyterLite", () => {
  let served: Awaited<ReturnType<typeof serveCopy>>;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  const complaints: string[] = [];

  const open = async (): Promise<void> => {
    await page.goto(addressOf(served.address, lesson));
    await untilReadable(page);
    await untilIdle(page);
  };

  const answer = async (source: string) => {
    const cell = await addCell(page, source);
    begin(page);
    return scratch.untilRan(cell);
  };

  before(async () => {
    served = await serveCopy("session");
    ({ browser } = await openBrowser());
    context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    page = await context.newPage();
    await page.addInitScript("globalThis.__name = (value) => value");
    page.on("pageerror", (error) => complaints.push(String(error)));
    await open();
  });

  after(async () => {
    await browser?.close();
    await served?.close();
  });

  test("a cell is checked before it runs, and an error names the line", async () => {
    const wrong = await answer('const width: number = "wide";');
    assert.match(wrong.errors.join(), /Type 'string' is not assignable to type 'number'/);
    const thrown = await answer('function f() {\n  throw new Error("here");\n}\nf();');
    assert.match(thrown.errors.join(), /Cell \[\d+\]:2/);
  });

  test("the stop button ends a wait and keeps every name", async () => {
    await answer("let counted = 0;");
    const cell = await addCell(
      page,
      "for (;;) { await new Promise((go) => setTimeout(go, 10)); counted++; }",
    );
    begin(page);
    await sleep(1000);
    begin(page, "notebook:interrupt-kernel");
    assert.match((await scratch.untilRan(cell)).errors.join(), /stopped|interrupted/i);
    assert.ok(Number((await answer("counted")).text) > 10);
  });

  test("a loop that never yields is ended too, with a word on what is lost", async () => {
    const cell = await addCell(page, "for (;;) {}");
    begin(page);
    await sleep(1000);
    begin(page, "notebook:interrupt-kernel");
    assert.match((await scratch.untilRan(cell)).errors.join(), /names|lost|kept/i);
    await untilIdle(page);
    assert.equal((await answer("20 + 22")).text, "42");
  });

  test("a restart forgets names and goes on", async () => {
    await answer("const before = 1;");
    begin(page, "kernelmenu:restart");
    const accept = page.locator(".jp-Dialog .jp-mod-accept");
    await accept.click({ timeout: 10_000 });
    await untilIdle(page);
    await sleep(500);
    assert.match((await answer("before")).errors.join(), /Cannot find name 'before'/);
    assert.equal((await answer("21 * 2")).text, "42");
  });

  test("a reload in the middle keeps what was saved", async () => {
    await answer('"kept in the browser"');
    await command(page, "docmanager:save");
    await page.reload();
    await untilReadable(page);
    await untilIdle(page);
    const last = (await notebookIn(page)).cells.map(({ source }) => source.toString()).join("\n");
    assert.match(last, /kept in the browser/);
  });

  test("after a first visit it works offline", async () => {
    await page.waitForFunction(
      async () => (await navigator.serviceWorker.ready).active?.state === "activated",
    );
    // What is kept for later is fetched while nothing else happens.
    await sleep(20_000);
    await context.setOffline(true);
    await served.close();
    await page.reload();
    await untilReadable(page);
    await untilIdle(page);
    assert.equal((await answer("6 * 7")).text, "42");
    const { text, errors } = await answer('import { paddingOf } from "convlab";\npaddingOf');
    assert.deepEqual(errors, []);
    assert.match(text, /paddingOf/); // its own name, though the code is packed
  });

  test("the page raised no error", () => {
    assert.deepEqual(complaints, []);
  });
});
