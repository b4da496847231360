import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Served, serveSite } from "../../scripts/site/serve.mjs";
import { root } from "../browser/lab.js";

/** The built site. */
export const site = join(root, "dist-site");

/** Below this folder of the host the site is served: nothing in it may count on being at the top. */
export const under = "/of a class/lessons/";

/** How a lesson is run: with the quick values of the tests, or with its own. */
export const full = process.env.CONVLAB_FULL === "1";

/**
 * Serves a copy of the site for one test file, with lessons in quick form unless `full`. Pages find `jupyterapp`, as they do
 * where JupyterLab is started to be tested.
 */
export async function serveCopy(name: string): Promise<Served & { folder: string }> {
  if (!existsSync(join(site, "index.html")))
    throw new Error("Cannot test the site: dist-site/ is not built. Run: npm run site");
  const folder = join(root, ".cache", "site-tests", name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  cpSync(site, folder, { recursive: true });
  expose(join(folder, "jupyter", "jupyter-lite.json"));
  if (!full) quicken(lessonsIn(folder).map((file) => join(folder, "jupyter", "files", file)));
  const served = await serveSite(folder, { under });
  return { ...served, folder };
}

/** The lessons' notebooks of a site, in order. */
export function lessonsIn(folder: string): string[] {
  const names = readdirSync(join(folder, "jupyter", "files")).filter((name) => /^\d\d-.*\.ipynb$/.test(name));
  return names.sort();
}

/** Puts the quick values into notebooks, in place. */
export function quicken(notebooks: readonly string[]): void {
  const program = `
import sys, nbformat
from quick import inject
for name in sys.argv[1:]:
    nbformat.write(inject(nbformat.read(name, as_version=4)), name)`;
  const env = { ...process.env, PYTHONPATH: join(root, "scripts", "notebooks") };
  execFileSync(join(root, ".venv", "bin", "python"), ["-c", program, ...notebooks], { env });
}

function expose(file: string): void {
  const settings = JSON.parse(readFileSync(file, "utf8")) as { "jupyter-config-data": object };
  Object.assign(settings["jupyter-config-data"], { exposeAppInBrowser: true });
  writeFileSync(file, JSON.stringify(settings));
}
