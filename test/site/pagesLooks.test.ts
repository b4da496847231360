/// <reference lib="dom" />
import assert from "node:assert/strict";
import { statSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { root, sleep } from "../browser/lab.js";
import { snap } from "../browser/scratch.js";
import { type Opened, openSite } from "./pagesOpen.js";

// Pictures to look at, and what can be measured of looks.

const screenshots = join(root, ".cache", "screenshots");
const sizes = [
  { width: 1440, height: 900 },
  { width: 1024, height: 768 },
  { width: 390, height: 844 },
];
const places = [
  ["start", "index.html"],
  ["padding", "lessons/padding-and-stride.html#what-if"],
  ["digits", "lessons/mnist-cnn.html#training"],
] as const;

describe("the looks of the plain pages", () => {
  let site: Opened;

  before(async () => {
    site = await openSite();
  });

  after(() => site?.close());

  for (const viewport of sizes) {
    for (const colorScheme of ["light", "dark"] as const) {
      test(`${viewport.width}x${viewport.height}, ${colorScheme}: nothing is wider than the screen`, async () => {
        for (const [name, path] of places) {
          const page = await site.open(path, { viewport, colorScheme, isMobile: viewport.width < 500 });
          await page.locator(".stage.live").first().waitFor({ timeout: 30_000 });
          await sleep(500);
          const file = `site-${name}-${viewport.width}-${colorScheme}`;
          await snap(page, screenshots, file);
          assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), viewport.width);
          assert.ok(statSync(join(screenshots, `${file}.png`)).size > 10_000);
          await page.context().close();
        }
        assert.deepEqual(site.complaints, []);
      });
    }
  }

  for (const colorScheme of ["light", "dark"] as const) {
    test(`every word of a lesson stands out from its ground, ${colorScheme}`, async () => {
      const page = await site.open("lessons/convolution.html", { colorScheme });
      const faint = await page.evaluate(() => {
        const channels = (color: string) => (color.match(/[\d.]+/g) ?? []).map(Number);
        const light = (color: string) => {
          const [red = 0, green = 0, blue = 0] = channels(color).map((value) => {
            const part = value / 255;
            return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
          });
          return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
        };
        const ground = (element: Element | null): string => {
          if (element === null) return "rgb(255, 255, 255)";
          const { backgroundColor } = getComputedStyle(element);
          return channels(backgroundColor)[3] === 0 ? ground(element.parentElement) : backgroundColor;
        };
        const found: string[] = [];
        for (const element of document.querySelectorAll("body *")) {
          const words = [...element.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE);
          if (!words.some((node) => node.textContent?.trim())) continue;
          if (element.closest("script, noscript, .vega-bind, svg")) continue;
          const [one, other] = [light(getComputedStyle(element).color), light(ground(element))];
          const contrast = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
          if (contrast < 4.5)
            found.push(`${contrast.toFixed(2)} ${element.className} ${element.textContent?.slice(0, 30)}`);
        }
        return [...new Set(found)];
      });
      assert.deepEqual(faint, []);
      await page.context().close();
    });
  }
});
