// npm run site [-- options]: the edition that runs in a browser, built into dist-site/: a folder for any static host.
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { readCommandLine } from "./commandLine.mjs";
import { createConsole, endWith, sizeText, timeText } from "./console.mjs";
import { buildStep } from "./setup/build.mjs";
import { serveSite } from "./site/serve.mjs";
import { sizeSince } from "./site/size.mjs";

/** The parts in the order in which they are built. Each is scripts/site/<part>.mjs, which exports `build<Part>`. */
const parts = ["library", "data", "kernel", "types", "lab", "notebooks", "pages", "reference", "offline"];

const help = `npm run site                      builds everything into dist-site/, anew
npm run site -- --serve           shows what is built, and builds it first where nothing is

  --only pages,offline            these parts only, into what is there: ${parts.join(", ")}
  --out FOLDER                    builds into this folder
  --port 8123                     serves on this port (0: any that is free)
  --under /some/folder/           serves it below a folder of the host
  --no-compile                    takes dist/ as it is`;

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** A file that every built site has; hosts that run Jekyll leave such a folder as it is. */
const mark = ".nojekyll";

/** @typedef {{ only: string[] | undefined, compile: boolean }} Choice */

/**
 * @param {string} out
 * @param {Choice} choice
 */
async function buildSite(out, { only, compile }) {
  const began = Date.now();
  const console = createConsole();
  checkFolder(out);
  if (only === undefined) rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  writeFileSync(join(out, mark), "");
  if (compile) await buildStep.run(root, console);
  for (const part of only ?? parts) await buildPart(part, out);
  const total = sizeText(await sizeSince(out, 0));
  console.say(`${relative(process.cwd(), out) || out}: ${total} in ${timeText(Date.now() - began)}`);
}

/**
 * A line: what was built, in what time, and the size of the files it wrote.
 *
 * @param {string} part
 * @param {string} out
 */
async function buildPart(part, out) {
  const file = join(root, "scripts", "site", `${part}.mjs`);
  if (!existsSync(file)) return console.log(`${part.padEnd(10)} is not there yet`);
  const began = Date.now();
  const module = await import(pathToFileURL(file).href);
  await module[`build${part[0]?.toUpperCase()}${part.slice(1)}`](root, out);
  const size = sizeText(await sizeSince(out, began));
  console.log(`${part.padEnd(10)} ${timeText(Date.now() - began).padStart(8)} ${size.padStart(9)}`);
}

/**
 * A folder that holds anything else is left alone: an older build is taken away before a new one.
 *
 * @param {string} out
 */
function checkFolder(out) {
  if (!existsSync(out) || readdirSync(out).length === 0 || existsSync(join(out, mark))) return;
  throw new Error(
    `Cannot build the site into ${out}: it holds other files. Name an empty folder with --out.`,
  );
}

/** @param {string | undefined} text */
function partsIn(text) {
  const only = text?.split(",");
  const unknown = only?.find((part) => !parts.includes(part));
  if (unknown !== undefined)
    throw new RangeError(`Cannot build ${unknown}: there are ${parts.join(", ")}. Name one of them.`);
  return only;
}

async function main() {
  const { values } = readCommandLine(
    "npm run site",
    {
      only: { type: "string" },
      out: { type: "string", default: join(root, "dist-site") },
      serve: { type: "boolean" },
      port: { type: "string", default: "8123" },
      under: { type: "string", default: "/" },
      "no-compile": { type: "boolean" },
      help: { type: "boolean" },
    },
    { words: false },
  );
  if (values.help) return console.log(help);
  const out = resolve(values.out);
  const only = partsIn(values.only);
  const stands = existsSync(join(out, "index.html"));
  if (only || !values.serve || !stands) await buildSite(out, { only, compile: !values["no-compile"] });
  if (!values.serve) return;
  const { address } = await serveSite(out, { port: Number(values.port), under: values.under });
  console.log(`The site is at ${address}\nCtrl-C ends it.`);
}

main().catch(endWith);
