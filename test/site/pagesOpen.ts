/// <reference lib="dom" />
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { type Served, serveSite } from "../../scripts/site/serve.mjs";
import { openBrowser, sleep } from "../browser/lab.js";
import { site, under } from "./copy.js";

/** The built site, served below a folder, and a browser to look at its plain pages with. */
export interface Opened {
  readonly served: Served;
  readonly browser: Browser;
  /** Opens a page of the site; what the browser complains about is added to `complaints`. */
  open(path: string, options?: BrowserContextOptions): Promise<Page>;
  readonly complaints: string[];
  close(): Promise<void>;
}

export async function openSite(folder = site): Promise<Opened> {
  if (!existsSync(join(folder, "lessons")))
    throw new Error("Cannot test the pages: dist-site/ has none. Run: npm run site");
  const served = await serveSite(folder, { under });
  const { browser } = await openBrowser();
  const complaints: string[] = [];
  return {
    served,
    browser,
    complaints,
    async open(path, options = {}) {
      const context = await browser.newContext({ serviceWorkers: "block", ...options });
      const page = await context.newPage();
      // tsx names functions by a helper that pages do not have.
      if (options.javaScriptEnabled !== false)
        await page.addInitScript("globalThis.__name = (value) => value");
      page.on("pageerror", (error) => complaints.push(`${path}: ${error}`));
      page.on("console", (message) => {
        if (message.type() === "error") complaints.push(`${path}: ${message.text()}`);
      });
      await page.goto(new URL(path, served.address).href);
      return page;
    },
    async close() {
      await browser.close();
      await served.close();
    },
  };
}

/** The plain pages, by their paths: the start page, README, lessons and docs. */
export function plainPages(folder = site): string[] {
  const inside = (name: string) =>
    readdirSync(join(folder, name))
      .filter((file) => file.endsWith(".html"))
      .map((file) => `${name}/${file}`);
  return ["index.html", "readme.html", ...inside("lessons"), ...inside("docs")];
}

/** Scrolls through a page as a reader does, so that all of it comes near. */
export async function walk(page: Page): Promise<void> {
  const height = await page.evaluate(() => document.body.scrollHeight);
  for (let top = 0; top < height; top += 800) {
    await page.evaluate((place) => scrollTo({ top: place, behavior: "instant" }), top);
    await sleep(60);
  }
}

/** The pixels that an element's canvas shows now. */
export function shown(page: Page, selector: string): Promise<string> {
  return page
    .locator(selector)
    .first()
    .evaluate((canvas) => (canvas as HTMLCanvasElement).toDataURL());
}
