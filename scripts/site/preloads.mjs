// node scripts/site/preloads.mjs: opens a lesson of dist-site in headless Chromium and writes down which scripts of
// JupyterLite it asks for, in site/lab/preloads.txt. Needed when the pinned JupyterLite changes.
import { existsSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { lessonFiles } from "../lessonNotebooks.mjs";
import { serveSite } from "./serve.mjs";

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const site = process.argv[2] ?? join(root, "dist-site");
if (!existsSync(join(site, "jupyter")))
  throw new Error(`Cannot open ${site}: nothing is built there. Run npm run site.`);

const { address, close } = await serveSite(site);
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
try {
  const page = await browser.newPage();
  /** @type {string[]} */
  const files = [];
  page.on("request", (request) => {
    const [, file] = /\/jupyter\/(build\/[^?]+\.js)$/.exec(request.url()) ?? [];
    if (file !== undefined && !files.includes(file)) files.push(file);
  });
  // Without what was announced before.
  await page.route("**/lab/index.html*", async (route) => {
    const html = await (await route.fetch()).text();
    await route.fulfill({ contentType: "text/html", body: html.replace(/<link rel="preload".*?>/g, "") });
  });
  await page.goto(`${address}jupyter/lab/index.html?path=${lessonFiles(root)[0]}`);
  await page.waitForSelector(".jp-Notebook .jp-CodeCell .cm-content");
  await page.waitForTimeout(2_000);
  const note = "# Scripts of JupyterLite that every lesson asks for. Made by node scripts/site/preloads.mjs.";
  writeFileSync(join(root, "site", "lab", "preloads.txt"), `${[note, ...files].join("\n")}\n`);
} finally {
  await browser.close();
  await close();
}
