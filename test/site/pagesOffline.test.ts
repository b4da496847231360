/// <reference lib="dom" />
import assert from "node:assert/strict";
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import type { Page } from "playwright-core";
import { buildOffline } from "../../scripts/site/offline.mjs";
import { root, sleep } from "../browser/lab.js";
import { lessonStem } from "../notebooks/notebook.js";
import { site, under } from "./copy.js";
import { addressOf, notebookIn, runWhole, untilIdle, untilReadable } from "./lite.js";
import { type Opened, openSite, walk } from "./pagesOpen.js";

const allowed = { serviceWorkers: "allow", viewport: { width: 1280, height: 900 } } as const;

/** What is kept, as paths from the site's folder with the content's mark. */
function kept(page: Page): Promise<string[]> {
  return page.evaluate(async (top) => {
    const [name] = await caches.keys();
    const keys = name === undefined ? [] : await (await caches.open(name)).keys();
    return keys.map(({ url }) => decodeURIComponent(url.slice(location.origin.length)).slice(top));
  }, under.length);
}

/** Waits until a file is kept. */
async function untilKept(page: Page, path: string): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    if ((await kept(page)).some((each) => each.startsWith(`${path}?`))) return;
    await sleep(200);
  }
  assert.fail(`${path} is not kept`);
}

/** The last file of the shell in the order in which it is fetched. */
const lastOfShell = (folder: string): string =>
  [...readFileSync(join(folder, "service-worker.js"), "utf8").matchAll(/"?([^",{]+)"?:\["[^"]+",1\]/g)].at(
    -1,
  )?.[1] ?? "";

describe("the site without a connection, after a first visit", () => {
  let opened: Opened;
  let page: Page;

  before(async () => {
    opened = await openSite();
    page = await opened.open("index.html", allowed);
    await untilKept(page, lastOfShell(site));
    await page.context().setOffline(true);
  });

  after(() => opened?.close());

  test("the start page opens, and its explorer is drawn", async () => {
    await page.reload();
    await page.locator(".drawing canvas").first().waitFor({ timeout: 10_000 });
  });

  test("a lesson that was never opened can be read, with its pictures and live charts", async () => {
    await page.goto(new URL("lessons/pooling.html", opened.served.address).href);
    await walk(page);
    await page.locator(".stage.live").first().waitFor({ timeout: 10_000 });
    const broken = () =>
      page.evaluate(() =>
        [...document.images]
          .filter((image) => image.complete && image.naturalWidth === 0)
          .map(({ src }) => src),
      );
    assert.deepEqual(await broken(), []);
    assert.equal(
      await page.locator("h1").textContent(),
      `${lessonStem("pooling").slice(0, 2)} Pooling: what may be forgotten`,
    );
  });

  test("what was not kept leads to the start page", async () => {
    await page.goto(new URL("reference/hierarchy.html", opened.served.address).href);
    assert.equal(page.url(), opened.served.address.replaceAll(" ", "%20"));
  });

  test("a notebook that was never opened runs", async () => {
    await page.goto(addressOf(opened.served.address, `${lessonStem("padding-and-stride")}.ipynb`));
    await untilReadable(page);
    await untilIdle(page);
    const ran = await runWholeOf(page, 4);
    assert.ok(ran.some(({ outputs = [] }) => outputs.length > 0));
  });
});

/** Runs the first code cells of the notebook in front. */
async function runWholeOf(page: Page, count: number) {
  await page.evaluate((first) => {
    type Model = { cells: { length: number; delete?: unknown }; deleteCell?: unknown };
    const { jupyterapp } = window as unknown as {
      jupyterapp: {
        shell: {
          currentWidget: {
            content: { model: { sharedModel: Model & { deleteCellRange(a: number, b: number): void } } };
          };
        };
      };
    };
    const { sharedModel } = jupyterapp.shell.currentWidget.content.model;
    sharedModel.deleteCellRange(first, sharedModel.cells.length);
  }, count);
  await runWhole(page, 60_000);
  return (await notebookIn(page)).cells;
}

describe("a new build of the site", () => {
  const folder = join(root, ".cache", "site-tests", "pages-offline");
  let opened: Opened;

  /** The plain pages alone, and one more sentence in one of them. */
  const change = async (sentence: string, style: string) => {
    const path = join(folder, "lessons", "pooling.html");
    const html = readFileSync(join(site, "lessons", "pooling.html"), "utf8");
    const [, css = ""] = /href="\.\.\/(assets\/pages-\w+\.css)"/.exec(html) ?? [];
    const renamed = `assets/pages-${style}.css`;
    cpSync(join(site, css), join(folder, renamed));
    writeFileSync(
      path,
      html.replace("</article>", `<p id="new">${sentence}</p></article>`).replace(css, renamed),
    );
    await buildOffline(root, folder);
  };

  before(async () => {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    for (const part of ["index.html", "readme.html", "lessons", "docs", "assets"])
      cpSync(join(site, part), join(folder, part), { recursive: true });
    await change("first", "AAAAAAA1");
    opened = await openSite(folder);
  });

  after(async () => {
    await opened?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test("is seen at the next visit; what the build before alone had goes one build later", async () => {
    const page = await opened.open("lessons/pooling.html", allowed);
    const style = (name: string) => `assets/pages-${name}.css`;
    await untilKept(page, style("AAAAAAA1"));
    await untilKept(page, lastOfShell(folder));

    rmSync(join(folder, style("AAAAAAA1")));
    await change("second", "BBBBBBB2");
    await page.reload();
    assert.equal(await page.locator("#new").textContent(), "second");
    await untilKept(page, style("BBBBBBB2"));
    // A page of the first build that is still open can have its style.
    const answer = await page.evaluate(async (name) => (await fetch(`../${name}`)).status, style("AAAAAAA1"));
    assert.equal(answer, 200);

    await change("third", "CCCCCCC3");
    await page.reload();
    await untilKept(page, style("CCCCCCC3"));
    const old = async () => (await kept(page)).filter((each) => each.startsWith(style("AAAAAAA1")));
    for (let tries = 0; tries < 100 && (await old()).length > 0; tries++) await sleep(200);
    assert.deepEqual(await old(), []);
    await page.context().setOffline(true);
    await page.reload();
    assert.equal(await page.locator("#new").textContent(), "third");
  });
});
