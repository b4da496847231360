// README and docs as pages: what the start page and the lessons lead to.
import { readdirSync, readFileSync } from "node:fs";
import { basename, dirname, extname, join } from "node:path";
import { document } from "./document.mjs";
import { sitePathOf } from "./links.mjs";
import { PageMarkdown } from "./markdown.mjs";

/**
 * @import { Assets } from "./assets.mjs"
 * @import { Frame } from "./document.mjs"
 */

/**
 * @param {string} root
 * @param {Assets} assets
 * @param {Frame} frame
 */
export function textPages(root, assets, frame) {
  const docs = readdirSync(join(root, "docs")).filter((name) => name.endsWith(".md"));
  return ["README.md", ...docs.map((name) => `docs/${name}`)].map((file) => {
    const path = sitePathOf(file) ?? "";
    const up = "../".repeat(path.split("/").length - 1);
    const markdown = new PageMarkdown(file, (source) => `${up}assets/${picture(root, file, source, assets)}`);
    const body = markdown.render(readFileSync(join(root, file), "utf8"));
    const title = markdown.headings[0]?.text ?? basename(file, ".md");
    const main = `<main id="main" class="text"><article>\n${body}</article></main>`;
    const action = { href: `${up}index.html#lessons`, text: "Lessons" };
    return { path, html: document({ title, description: title, up, action }, main, frame) };
  });
}

/**
 * @param {string} root
 * @param {string} file
 * @param {string} source
 * @param {Assets} assets
 */
function picture(root, file, source, assets) {
  const path = join(root, dirname(file), source);
  return assets.add(`${basename(path, extname(path))}${extname(path)}`, readFileSync(path));
}
