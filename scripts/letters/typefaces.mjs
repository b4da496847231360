// The typefaces that letters are drawn in: families with up to three faces each, read from pinned npm packages.
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** @typedef {{ commands: object[], toPathData(digits?: number): string, getBoundingBox(): { x1: number, y1: number, x2: number, y2: number } }} Path */
/** @typedef {{ charToGlyphIndex(letter: string): number, getPath(letter: string, x: number, y: number, size: number): Path }} Font */
/** @typedef {{ name: string, version: string, licence: string, fonts: Font[] }} Family */

/** Families whose letters are filled boxes or too faint to read at 28 pixels. */
const unfit = new Set(["climate-crisis", "monoton", "rubik-mono-one"]);

/**
 * Installs the packages, scripts off, and reads them. Takes about a minute the first time.
 *
 * @param {string} root the checkout
 * @returns {Family[]}
 */
export function typefaces(root) {
  const folder = join(root, ".cache", "letters");
  mkdirSync(folder, { recursive: true });
  for (const name of ["package.json", "package-lock.json"]) {
    copyFileSync(fileURLToPath(new URL(name, import.meta.url)), join(folder, name));
  }
  execFileSync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], {
    cwd: folder,
    stdio: "inherit",
  });
  const { parse } = createRequire(join(folder, "package.json"))("opentype.js");
  const packages = join(folder, "node_modules", "@expo-google-fonts");
  return readdirSync(packages)
    .filter((name) => !unfit.has(name))
    .sort()
    .map((name) => {
      const { version, license } = JSON.parse(readFileSync(join(packages, name, "package.json"), "utf8"));
      const read = (/** @type {string} */ file) => {
        const bytes = readFileSync(join(packages, name, file));
        return parse(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
      };
      // The packages' own files are MIT, the typefaces under the other licence.
      return {
        name,
        version,
        licence: license.replace("MIT AND ", ""),
        fonts: facesOf(join(packages, name)).map(read),
      };
    });
}

/**
 * Regular, boldest, and italic or else thinnest.
 *
 * @param {string} folder
 */
function facesOf(folder) {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ttf"))
    .sort();
  const weight = (/** @type {string} */ file) => Number(/_(\d+)/.exec(file)?.[1]);
  const nearest = (/** @type {string[]} */ list, /** @type {number} */ to) =>
    list.toSorted((a, b) => Math.abs(weight(a) - to) - Math.abs(weight(b) - to))[0];
  const italic = files.filter((file) => file.includes("Italic"));
  const upright = files.length > italic.length ? files.filter((file) => !file.includes("Italic")) : files;
  const faces = [nearest(upright, 400), nearest(upright, 1000), nearest(italic, 400) ?? nearest(upright, 0)];
  return [...new Set(faces)].filter((file) => file !== undefined);
}
