// The service worker, which knows every file of the build by its hash. Built last.
import { createHash } from "node:crypto";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join, posix, relative, sep } from "node:path";
import { build } from "esbuild";

/** What is fetched before anybody asks for it, in this order: the plain pages, the notebook, the pages' pictures. */
const shell = [
  /^(index|readme)\.html$|^lessons\/[^/]+\.html$/,
  /^assets\/(?!surface-)[^/]+\.(css|js|json|svg|txt)$/,
  /^kernel\/(?!.*\.map$|library-(?:webgl|trial)\b)/,
  /^jupyter\/lab\/index\.html$/,
  // What JupyterLab asks for as it starts, and the library when it is first imported.
  /^jupyter\/(build\/schemas\/all(_federated)?\.json|build\/themes\/.*\/index\.css|api\/.*\.json)$/,
  /^data\/(site\.json|imagenet\/|photographs\/chelsea\.png)/,
  /^jupyter\/files\//,
  /^assets\/[^/]+\.(png|jpg)$/,
  /^docs\/[^/]+\.html$/,
];
const left = /(^|\/)(\.nojekyll|service-worker\.js|version\.txt)$|\.map$/;

/**
 * @param {string} root
 * @param {string} out
 */
export async function buildOffline(root, out) {
  /** @type {Record<string, [string, 1?]>} */
  const files = {};
  const paths = (await pathsIn(out)).filter((path) => !left.test(path));
  const core = await namedBy(out, "jupyter/lab/index.html");
  /** @param {string} path */
  const rank = (path) => {
    const place = shell.findIndex((kind) => kind.test(core.has(path) ? "jupyter/lab/index.html" : path));
    return place < 0 ? shell.length : place;
  };
  for (const path of paths.sort((a, b) => rank(a) - rank(b))) {
    const hash = createHash("sha256")
      .update(await readFile(join(out, path)))
      .digest("base64url")
      .slice(0, 12);
    files[path] = rank(path) < shell.length ? [hash, 1] : [hash];
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

/**
 * The files that a page names in its attributes.
 *
 * @param {string} out
 * @param {string} page
 */
async function namedBy(out, page) {
  const html = await readFile(join(out, page), "utf8").catch(() => "");
  const found = html.matchAll(/(?:src|href)="([^":?#]+)"/g);
  return new Set([...found].map(([, address = ""]) => posix.join(posix.dirname(page), address)));
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
