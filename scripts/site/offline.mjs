// The service worker, which knows every file of the build by its hash. Built last.
import { createHash } from "node:crypto";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { build } from "esbuild";

/** What is fetched before anybody asks for it: all plain pages with what they need to be read, and the notebook's core. */
const shell = [
  /^(index|readme)\.html$/,
  /^(lessons|docs)\/[^/]+\.html$/,
  /^assets\/[^/]+\.(css|js|json|svg|txt)$/,
  /^kernel\/(?!.*\.map$)/,
];
/** Plotly is as large as the rest of the shell together: it comes when it is used. */
const large = /^assets\/surface-/;
const left = /(^|\/)(\.nojekyll|service-worker\.js|version\.txt)$|\.map$/;

/**
 * @param {string} root
 * @param {string} out
 */
export async function buildOffline(root, out) {
  /** @type {Record<string, [string, 1?]>} */
  const files = {};
  for (const path of (await pathsIn(out)).filter((path) => !left.test(path))) {
    const hash = createHash("sha256")
      .update(await readFile(join(out, path)))
      .digest("base64url")
      .slice(0, 12);
    const first = shell.some((pattern) => pattern.test(path)) && !large.test(path);
    files[path] = first ? [hash, 1] : [hash];
  }
  const version = createHash("sha256").update(JSON.stringify(files)).digest("base64url").slice(0, 16);
  await writeFile(join(out, "version.txt"), `${version}\n`);
  await build({
    entryPoints: [join(root, "site", "offline", "worker.ts")],
    outfile: join(out, "service-worker.js"),
    bundle: true,
    minify: true,
    format: "iife",
    target: "es2022",
    define: { site: JSON.stringify({ version, files }) },
    logLevel: "error",
  });
}

/** @param {string} folder */
async function pathsIn(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      relative(folder, join(entry.parentPath ?? entry.path, entry.name))
        .split(sep)
        .join("/"),
    )
    .sort();
}
