/// <reference lib="dom" />
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import { unzipSync } from "fflate";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { openBrowser } from "../browser/lab.js";
import { lessonStem } from "../notebooks/notebook.js";
import { improve, keptIn, serveLab, showOutput, sourcesIn, untilKept, untilOpen, write } from "./labSite.js";
import { addressOf, notebookIn } from "./lite.js";

const stem = lessonStem("pooling");
const lesson = `${stem}.ipynb`;

describe("what a reader keeps in the browser", () => {
  let served: Awaited<ReturnType<typeof serveLab>>;
  let browser: Browser;

  before(async () => {
    served = await serveLab();
    ({ browser } = await openBrowser());
  });

  after(async () => {
    await browser?.close();
    await served?.close();
  });

  const openIn = async (context: BrowserContext, path = lesson): Promise<Page> => {
    const page = await context.newPage();
    await page.addInitScript("globalThis.__name = (value) => value");
    page.on("dialog", (dialog) => dialog.accept());
    await page.goto(addressOf(served.address, path));
    await untilOpen(page);
    return page;
  };
  const again = async (page: Page): Promise<void> => {
    await page.reload();
    await untilOpen(page);
  };

  /** Does something in a page of a reader who was never here before. */
  const asNewReader = async (work: (page: Page) => Promise<void>, size = { width: 1280, height: 900 }) => {
    const context = await browser.newContext({ viewport: size });
    try {
      await work(await openIn(context));
    } finally {
      await context.close();
    }
  };

  test("what was only opened is not kept", () =>
    asNewReader(async (page) => {
      await page.waitForTimeout(3_000);
      assert.deepEqual(await keptIn(page), []);
    }));

  test("what was written is there after a reload, a moment later, and the page says where it is kept", () =>
    asNewReader(async (page) => {
      await page.locator(".convlab-note-kept", { hasText: "kept in this browser" }).waitFor();
      await write(page, "// my remark\n");
      await again(page);
      assert.match(await sourcesIn(notebookIn(page)), /\/\/ my remark/);
      await page.getByRole("button", { name: "Got it" }).click();
      await again(page);
      assert.equal(await page.locator(".convlab-note-kept:visible").count(), 0);
    }));

  test("a new version of a lesson takes the place of a copy that was only run", () =>
    asNewReader(async (page) => {
      await showOutput(page, "as if it had run");
      await untilKept(page, "as if it had run");
      improve(served.folder, lesson, "# Better than before");
      await again(page);
      assert.match(await sourcesIn(notebookIn(page)), /Better than before/);
      assert.equal(await page.getByText("This lesson was improved").count(), 0);
    }));

  test("a new version of a lesson stands beside a copy that was changed, when the reader wants it", () =>
    asNewReader(async (page) => {
      await write(page, "// all my own\n");
      improve(served.folder, lesson, "# Better still");
      await again(page);
      assert.match(await sourcesIn(notebookIn(page)), /all my own/);
      await page.getByRole("button", { name: "Open the new one beside" }).click();
      await page.locator(`.lm-TabBar-tabLabel:has-text("${stem} (new).ipynb")`).waitFor();
      await page.waitForFunction(() => document.body.textContent.includes("Better still"));
      assert.doesNotMatch(await sourcesIn(notebookIn(page)), /all my own/);
      await page.goto(addressOf(served.address, lesson));
      await untilOpen(page);
      await page.waitForTimeout(1_000);
      assert.match(await sourcesIn(notebookIn(page)), /all my own/);
      assert.equal(await page.getByText("This lesson was improved").count(), 0, "asked once");
    }));

  test("a changed copy stays the reader's choice until the next version", () =>
    asNewReader(async (page) => {
      await write(page, "// mine\n");
      improve(served.folder, lesson, "# Third");
      await again(page);
      await page.getByRole("button", { name: "Keep mine" }).click();
      await again(page);
      await page.waitForTimeout(1_000);
      assert.equal(await page.getByText("This lesson was improved").count(), 0);
      improve(served.folder, lesson, "# Fourth");
      await again(page);
      await page.getByText("This lesson was improved").first().waitFor();
      assert.match(await sourcesIn(notebookIn(page)), /\/\/ mine/);
    }));

  test("all work goes into one file and comes back in another browser; what differs there is not replaced unasked", async () => {
    let zip = "";
    await asNewReader(async (page) => {
      await write(page, "// from the first browser\n");
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        choose(page, "Download all my work"),
      ]);
      assert.match(download.suggestedFilename(), /^convlab-work-\d{4}-\d\d-\d\d\.zip$/);
      zip = `${await download.path()}.zip`;
      await download.saveAs(zip);
    });
    const files = unzipSync(readFileSync(zip));
    assert.deepEqual(Object.keys(files).sort(), [lesson, "convlab-work.json"]);
    await asNewReader(async (page) => {
      await upload(page, zip);
      await page.getByText("1 file taken in").waitFor();
      await page.waitForFunction(() => document.body.textContent.includes("from the first browser"));
      await upload(page, zip);
      await page.getByText("1 file here already").first().waitFor();
      await write(page, "// and the second ");
      await upload(page, zip);
      await page.getByText(`${lesson}: the one here is newer`).waitFor();
      await page.getByRole("button", { name: "Keep both" }).click();
      await untilKept(page, "and the second");
      await page.waitForFunction(
        (name) => document.body.textContent.includes(name),
        `${stem} (uploaded).ipynb`,
      );
      assert.match(await sourcesIn(notebookIn(page)), /and the second/);
      assert.equal((await keptIn(page)).length, 2);
    });
  });

  test("one click downloads the notebook, one makes a fresh copy beside it", () =>
    asNewReader(async (page) => {
      await write(page, "// changed\n");
      await page.locator(".convlab-note-kept").getByRole("button", { name: "My work" }).click();
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("button", { name: "Download this notebook" }).click(),
      ]);
      assert.equal(download.suggestedFilename(), lesson);
      assert.match(readFileSync(await download.path(), "utf8"), /\/\/ changed/);
      await page.getByRole("button", { name: "Fresh copy of this lesson" }).click();
      await page.locator(`.lm-TabBar-tabLabel:has-text("${stem} (fresh copy).ipynb")`).waitFor();
      assert.doesNotMatch(await sourcesIn(notebookIn(page)), /\/\/ changed/);
    }));

  test("no lesson's name is cut in the list of files at 1440 pixels", () =>
    asNewReader(
      async (page) => {
        const names = page.locator('.jp-DirListing-itemText:has-text(".ipynb")');
        await names.nth(9).waitFor();
        const cut = names.evaluateAll(
          (nodes) => nodes.filter((node) => node.scrollWidth > node.clientWidth).length,
        );
        assert.equal(await cut, 0);
      },
      { width: 1440, height: 900 },
    ));

  test("the page that lists the lessons leads to each, and to the words", () =>
    asNewReader(async (page) => {
      await page.locator('.jp-RenderedMarkdown a:text-is("All lessons")').click();
      const list = page.locator(".jp-MarkdownViewer:visible");
      await list.locator("td img").nth(9).waitFor();
      await list.locator('a:text-is("glossary")').click();
      await list.locator('h1:text-is("Glossary")').waitFor();
      const other = lessonStem("mnist-cnn");
      await list
        .locator(`td a:text-is("${other.slice(0, 2)}")`)
        .first()
        .click();
      await page.waitForFunction(
        (path) => new URL(location.href).searchParams.get("path") === path,
        `${other}.ipynb`,
      );
    }));

  test("a narrow screen is told of the plain page, a wide one is not", async () => {
    const narrow = (page: Page) => page.locator(".convlab-note-narrow a:visible");
    await asNewReader(
      async (page) => {
        await narrow(page).waitFor();
        const address = (await narrow(page).getAttribute("href")) ?? "";
        assert.equal(address, new URL("lessons/pooling.html", served.address).href);
        assert.equal((await fetch(address)).status, 200);
      },
      { width: 390, height: 844 },
    );
    await asNewReader(async (page) => assert.equal(await narrow(page).count(), 0));
  });

  test("a kernel that cannot be loaded is told, and the lesson can be read", () =>
    asNewReader(async (page) => {
      await page.locator(".convlab-note-kernel", { hasText: "The kernel could not start" }).waitFor();
      assert.match(await sourcesIn(notebookIn(page)), /console\.log/);
    }));
});

async function upload(page: Page, file: string): Promise<void> {
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), choose(page, "Upload work")]);
  await chooser.setFiles(file);
}

/** Chooses from the menu "My work". */
async function choose(page: Page, label: string): Promise<void> {
  await page.locator('.lm-MenuBar-item:has-text("My work")').click();
  await page.locator(`.lm-Menu-item:has-text("${label}")`).click();
}
