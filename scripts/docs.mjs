// npm run docs [-- --check | --html [FOLDER]]: docs/helpers.md from the docstrings of what is public, by TypeDoc.
import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { readCommandLine } from "./commandLine.mjs";
import { readReference } from "./docs/reference.mjs";
import { helpersPage } from "./docs/table.mjs";
import { usedInLessons } from "./docs/uses.mjs";

const help = `npm run docs                   writes docs/helpers.md
npm run docs -- --html [FOLDER]  writes the whole reference as HTML, into dist-docs/ unless you name a folder
npm run docs -- --check          fails where docs/helpers.md is not up to date, or a docstring links to nothing`;

const root = fileURLToPath(new URL("..", import.meta.url));
const page = "docs/helpers.md";

async function main() {
  const { values, positionals } = readCommandLine("npm run docs", {
    html: { type: "boolean" },
    check: { type: "boolean" },
    help: { type: "boolean" },
  });
  if (values.help) return console.log(help);
  const reference = await readReference(root);
  if (values.html) {
    const folder = resolve(positionals[0] ?? join(root, "dist-docs"));
    await reference.writeHtml(folder);
    return console.log(`The reference is in ${folder}: open its index.html.`);
  }
  const text = helpersPage(reference.entries, usedInLessons(root));
  if (!values.check) return writeFileSync(join(root, page), text);
  if (readFileSync(join(root, page), "utf8") !== text) {
    throw new Error(`Cannot accept ${page}: it does not say what the docstrings say. Run npm run docs.`);
  }
}

main().catch((error) => {
  console.error(error.message?.startsWith("Cannot") ? error.message : error);
  process.exitCode = 1;
});
