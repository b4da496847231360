import { existsSync, mkdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { commandOf } from "../installation.cjs";
import { kernelSpec } from "../kernelspec.mjs";
import { isSame } from "./places.mjs";
import { described, name, ownerOf, registeredIn } from "./registered.mjs";
import { clearStore, keep } from "./replaced.mjs";
import { unwritable } from "./unwritable.mjs";

/** @import { Places } from "./places.mjs" */
/** @import { Registered } from "./registered.mjs" */

/**
 * Registers the checkout's kernel in the user's data folder, and returns what was done, a line each.
 *
 * @param {string} root
 * @param {Places} places
 * @param {{ replace?: boolean | undefined }} [options]
 */
export function install(root, { user, all }, { replace = false } = {}) {
  if (!existsSync(join(root, "dist", "kernel", "main.js"))) {
    throw new Error(
      `Cannot register the kernel: ${root} is not built. Run ${commandOf(root, "setup")} there first.`,
    );
  }
  const found = all.flatMap((place) => registeredIn(place) ?? []);
  const others = found.filter((each) => {
    const owner = ownerOf(root, each);
    return owner === "other" || (owner === "gone" && !isSame(each.place, user));
  });
  if (others.length > 0 && !replace) throw refusal(root, others);
  const text = specText(root);
  const before = found.find((each) => isSame(each.place, user));
  if (before?.text === text) return [`Registered already: ${before.folder}`];
  // Jupyter takes the first it finds, so what comes after the user's folder is merely hidden.
  const rank = all.findIndex((place) => isSame(place, user));
  const inTheWay = others.filter(({ place }) => all.indexOf(place) <= rank);
  /** @type {ReturnType<typeof keep>[]} */
  const moved = [];
  try {
    for (const each of inTheWay) moved.push(keep(root, user, each));
    const target = write(user, text);
    return [
      ...moved.map(({ folder, kept }) => `Kept a copy of ${folder}: ${kept}`),
      ...others
        .filter((each) => !inTheWay.includes(each))
        .map(({ folder }) => `Hidden from now on: ${folder}`),
      `Registered as TypeScript: ${target}`,
      `Take it out again with: ${commandOf(root, "kernel", "remove")}`,
    ];
  } catch (error) {
    for (const each of moved.reverse()) each.undo();
    clearStore(user);
    throw unwritable("register the kernel", error);
  }
}

/**
 * The kernel.json to write; it is marked as ours.
 *
 * @param {string} root
 */
export function specText(root) {
  const spec = kernelSpec(root);
  const metadata = { ...spec.metadata, convlab: { checkout: root } };
  return `${JSON.stringify({ ...spec, metadata }, null, 2)}\n`;
}

/**
 * @param {string} user
 * @param {string} text
 */
function write(user, text) {
  const folder = join(user, "kernels", name);
  mkdirSync(folder, { recursive: true });
  const file = join(folder, "kernel.json");
  writeFileSync(`${file}.new`, text);
  renameSync(`${file}.new`, file);
  return folder;
}

/**
 * @param {string} root
 * @param {readonly Registered[]} others
 */
function refusal(root, others) {
  const list = others.map((each) => described(each)).join("; and ");
  return new Error(
    `Cannot register the kernel: another ${name} is registered in ${list}. ` +
      `To keep a copy of it and put this one in its place: ${commandOf(root, "kernel", "install --replace")}`,
  );
}
