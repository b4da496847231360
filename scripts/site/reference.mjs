// The reference of the library, from its docstrings, with a way back to the site.
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { readReference } from "../docs/reference.mjs";

/**
 * @param {string} root
 * @param {string} out
 */
export async function buildReference(root, out) {
  const folder = join(out, "reference");
  const reference = await readReference(root);
  await reference.writeHtml(folder);
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !entry.name.endsWith(".html")) continue;
    const file = join(entry.parentPath ?? entry.path, entry.name);
    await writeFile(file, linked(await readFile(file, "utf8"), relative(join(file, ".."), out)));
  }
}

/**
 * A link to the start page beside the reference's own title.
 *
 * @param {string} html
 * @param {string} up
 */
function linked(html, up) {
  const title = /<a href="[^"]*index\.html" class="title">convlab<\/a>/.exec(html)?.[0];
  if (title === undefined)
    throw new Error("Cannot link the reference to the site: TypeDoc writes its title in another way.");
  const back = `<a href="${up}/index.html" class="title">convlab</a><span aria-hidden="true"> / </span>`;
  return html.replace(title, `${back}${title.replace(">convlab<", ">reference<")}`);
}
