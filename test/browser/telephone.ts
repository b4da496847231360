/// <reference lib="dom" />
import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { type Figure, jupyterDisplay } from "../../src/charts/figure.js";
import { vegaMime } from "../../src/charts/figures/vega.js";
import { root } from "./lab.js";

const scripts = [
  "vega/build/vega.min.js",
  "vega-lite/build/vega-lite.min.js",
  "vega-embed/build/vega-embed.min.js",
];

/** A page as on a telephone 390 pixels wide, touched with fingers. */
export async function telephone(
  browser: Browser,
  height = 800,
): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({
    viewport: { width: 390, height },
    hasTouch: true,
    isMobile: true,
  });
  const page = await context.newPage();
  await page.addInitScript("globalThis.__name = (value) => value");
  return { context, page };
}

/** Draws a figure alone on a page that can be scrolled; its view is `window.drawn`. */
export async function drawAlone(page: Page, figure: Figure, width: number | "device-width"): Promise<void> {
  await page.goto("about:blank");
  await page.setContent(
    `<meta name="viewport" content="width=${width}"><div id="figure"></div><div style="height: 2000px"></div>`,
  );
  for (const path of scripts) await page.addScriptTag({ path: join(root, "node_modules", path) });
  await page.evaluate(async (spec) => {
    type Embed = (place: string, spec: object, options: object) => Promise<{ view: object }>;
    const { vegaEmbed } = window as unknown as { vegaEmbed: Embed };
    const { view } = await vegaEmbed("#figure", spec, { actions: false, renderer: "svg" });
    Object.assign(window, { drawn: view });
  }, figure[jupyterDisplay]()[vegaMime] as object);
}
