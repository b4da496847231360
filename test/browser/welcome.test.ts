/// <reference lib="dom" />
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { type Lab, openBrowser, root, startLab } from "./lab.js";
import { snap } from "./scratch.js";

const screenshots = join(root, ".cache", "screenshots");
const lessons = readdirSync(join(root, "notebooks")).filter((name) => name.endsWith(".ipynb"));

interface Application {
  readonly shell: {
    readonly currentWidget: {
      readonly context: { readonly path: string };
      readonly content: {
        readonly widgets?: readonly { readonly model: { readonly id: string }; readonly node: HTMLElement }[];
      };
    } | null;
  };
  readonly commands: { execute(id: string, args?: object): Promise<unknown> };
}

describe("JupyterLab opens on a page that leads to the lessons", () => {
  let folder: string;
  let lab: Lab;
  let browser: Browser;
  let page: Page;
  const failed: string[] = [];

  before(async () => {
    mkdirSync(join(root, ".cache"), { recursive: true });
    folder = mkdtempSync(join(root, ".cache", "test-browser-"));
    lab = await startLab(folder);
    ({ browser, page } = await openBrowser());
    page.on("response", (response) => {
      if (response.status() >= 400 && /\/(files|api\/contents)\//.test(response.url()))
        failed.push(response.url());
    });
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto(lab.address);
    await page.locator(".jp-MarkdownViewer h1").waitFor({ timeout: 120_000 });
    await page.locator(".jp-DirListing-item").first().waitFor();
  });

  after(async () => {
    await browser?.close();
    await lab?.stop();
    if (folder) rmSync(folder, { recursive: true, force: true });
  });

  const tabs = () => page.locator(".lm-DockPanel-tabBar .lm-TabBar-tabLabel").allTextContents();
  /** Waits until a file is in front, with a cell in sight if one is named. */
  const untilInFront = (path: string, cell?: string) =>
    page.waitForFunction(
      ([wanted, id]) => {
        const { jupyterapp } = window as unknown as { jupyterapp?: Application };
        const widget = jupyterapp?.shell.currentWidget;
        if (widget?.context.path !== wanted) return false;
        if (id === undefined) return true;
        const node = widget.content.widgets?.find(({ model }) => model.id === id)?.node;
        const { top = -1, bottom = -1 } = node?.getBoundingClientRect() ?? {};
        return bottom > 100 && top < innerHeight;
      },
      [path, cell] as const,
      { timeout: 60_000 },
    );
  const inFront = (selector: string) => page.locator(`.lm-DockPanel-widget:not(.lm-mod-hidden) ${selector}`);

  test("the page is in front, drawn, with a picture of every lesson and nothing beside it", async () => {
    assert.deepEqual(await tabs(), ["welcome.md"]);
    const pictures = await inFront("td img").evaluateAll((images) =>
      (images as HTMLImageElement[]).map(({ complete, naturalWidth, width }) => [
        complete && naturalWidth > 0,
        width,
      ]),
    );
    assert.deepEqual(
      pictures,
      lessons.map(() => [true, 176]),
    );
  });

  for (const [width, height] of [
    [1440, 900],
    [1024, 768],
  ] as const) {
    test(`at ${width}x${height} nothing of the page is cut, light and dark`, async () => {
      await page.setViewportSize({ width, height });
      for (const theme of ["Dark", "Light"]) {
        await page.evaluate(
          (name) =>
            (window as unknown as { jupyterapp: Application }).jupyterapp.commands.execute(
              "apputils:change-theme",
              {
                theme: name,
              },
            ),
          `JupyterLab ${theme}`,
        );
        await page.waitForFunction(
          (light) => document.body.dataset.jpThemeLight === light,
          String(theme === "Light"),
        );
        await page.locator("#jupyterlab-splash").waitFor({ state: "hidden" });
        await snap(page, screenshots, `welcome-${width}-${theme.toLowerCase()}`);
      }
      const over = await inFront(".jp-RenderedMarkdown").evaluate(
        (node) => node.scrollWidth - node.clientWidth,
      );
      assert.ok(over <= 0, `${over} pixels`);
    });
  }

  test("no lesson's name is cut in the list of files at 1440 pixels", async () => {
    await page.setViewportSize({ width: 1440, height: 900 });
    const names = await page
      .locator(".jp-DirListing-itemText")
      .evaluateAll((nodes) =>
        nodes.map((node) => ({ name: node.textContent ?? "", cut: node.scrollWidth > node.clientWidth })),
      );
    const shown = names.filter(({ name }) => lessons.includes(name));
    assert.equal(shown.length, lessons.length);
    assert.deepEqual(
      shown.filter(({ cut }) => cut),
      [],
    );
  });

  test("its links, those of the glossary and those of a lesson lead on, and none is dead", async () => {
    const [first = "", second = ""] = lessons;
    await inFront("td a").first().click();
    await untilInFront(first);
    await inFront(".jp-NotebookPanel-notebook a").first().waitFor({ state: "attached", timeout: 60_000 });
    await inFront('.jp-RenderedMarkdown a:text-is("All lessons")').click();
    await untilInFront("welcome.md");
    await inFront('a:text-is("glossary")').click();
    await untilInFront("glossary.md");
    const link = inFront('td a[href*="#cell-id="]:text-is("01")').first();
    const cell = /#cell-id=(.+)$/.exec((await link.getAttribute("href")) ?? "")?.[1] ?? "";
    await link.click();
    await untilInFront(first, cell);
    await inFront(`.jp-RenderedMarkdown a[href*="${second}"]`).last().click();
    await untilInFront(second);
    assert.deepEqual(failed, []);
  });

  test("what was open is open at the next visit, with the page in front", async () => {
    const before = await tabs();
    assert.ok(before.length >= 3, `${before}`);
    await page.waitForTimeout(2_000); // the layout is kept with a delay
    await page.goto("about:blank");
    await page.goto(lab.address);
    await untilInFront("welcome.md");
    // The page is there by its address; what was open comes a moment later.
    for (let tries = 0; (await tabs()).length < before.length && tries < 60; tries++)
      await page.waitForTimeout(250);
    assert.deepEqual((await tabs()).sort(), before.sort());
  });
});
