import { chmodSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { commandOf } from "../installation.cjs";
import { kernelNames, kernelSpec } from "../kernelspec.mjs";
import { isSame } from "./places.mjs";
import { described, ownerOf, registeredIn } from "./registered.mjs";
import { clearStore, keep } from "./replaced.mjs";
import { unwritable } from "./unwritable.mjs";

/** @import { KernelName } from "../kernelspec.mjs" */
/** @import { Places } from "./places.mjs" */
/** @import { Registered } from "./registered.mjs" */

/**
 * Registers the checkout's kernels in the user's data folder, and returns what was done, a line each.
 *
 * @param {string} root
 * @param {Places} places
 * @param {{ replace?: boolean | undefined, forAll?: boolean | undefined }} [options] `forAll`: everybody may read it
 */
export function install(root, { user, all }, { replace = false, forAll = false } = {}) {
  if (!existsSync(join(root, "dist", "kernel", "main.js"))) {
    throw new Error(
      `Cannot register the kernel: ${root} is not built. Run ${commandOf(root, "setup")} there first.`,
    );
  }
  const found = kernelNames.flatMap((name) => all.flatMap((place) => registeredIn(place, name) ?? []));
  const others = found.filter((each) => {
    const owner = ownerOf(root, each);
    return owner === "other" || (owner === "gone" && !isSame(each.place, user));
  });
  if (others.length > 0 && !replace) throw refusal(root, others, forAll);
  const before = found.filter((each) => isSame(each.place, user));
  const wanted = kernelNames
    .map((name) => ({ name, text: specText(root, name) }))
    .filter(({ name, text }) => before.find((each) => each.name === name)?.text !== text);
  if (wanted.length === 0) return before.map(({ folder }) => `Registered already: ${folder}`);
  // Jupyter takes the first it finds, so what comes after the user's folder is merely hidden.
  const rank = all.findIndex((place) => isSame(place, user));
  const inTheWay = others.filter(({ place }) => all.indexOf(place) <= rank);
  /** @type {ReturnType<typeof keep>[]} */
  const moved = [];
  /** @type {string[]} */
  const written = [];
  try {
    for (const each of inTheWay) moved.push(keep(root, user, each));
    for (const { name, text } of wanted) {
      const folder = join(user, "kernels", name);
      const isNew = !existsSync(folder);
      write(folder, text, forAll);
      if (isNew) written.push(folder);
    }
    const lines = wanted.map(
      ({ name }) => `Registered as ${kernelSpec(root, name).display_name}: ${join(user, "kernels", name)}`,
    );
    return [
      ...moved.map(({ folder, kept }) => `Kept a copy of ${folder}: ${kept}`),
      ...others
        .filter((each) => !inTheWay.includes(each))
        .map(({ folder }) => `Hidden from now on: ${folder}`),
      ...lines.slice(0, -1),
      `${lines.at(-1)}. Take out again with: ${commandOf(root, "kernel", forAll ? "remove --system" : "remove")}`,
    ];
  } catch (error) {
    for (const folder of written) rmSync(folder, { recursive: true });
    for (const each of moved.reverse()) each.undo();
    clearStore(user);
    throw unwritable("register the kernel", error);
  }
}

/**
 * The kernel.json to write; it is marked as ours.
 *
 * @param {string} root
 * @param {KernelName} [name]
 */
export function specText(root, name) {
  const spec = kernelSpec(root, name);
  const metadata = { ...spec.metadata, convlab: { checkout: root } };
  return `${JSON.stringify({ ...spec, metadata }, null, 2)}\n`;
}

/**
 * @param {string} folder
 * @param {string} text
 * @param {boolean} forAll everybody may read it, whatever the umask is
 */
function write(folder, text, forAll) {
  const first = mkdirSync(folder, { recursive: true }) ?? folder;
  const file = join(folder, "kernel.json");
  writeFileSync(`${file}.new`, text);
  if (forAll) {
    chmodSync(`${file}.new`, 0o644);
    for (let made = folder; made.length >= first.length; made = dirname(made)) chmodSync(made, 0o755);
  }
  renameSync(`${file}.new`, file);
}

/**
 * @param {string} root
 * @param {readonly Registered[]} others
 * @param {boolean} forAll
 */
function refusal(root, others, forAll) {
  const named = kernelNames.flatMap((name) => {
    const same = others.filter((each) => each.name === name);
    return same.length > 0 ? [`another ${name} is registered in ${same.map(described).join("; and ")}`] : [];
  });
  return new Error(
    `Cannot register the kernel: ${named.join("; and ")}. ` +
      `To keep a copy of it and put this one in its place: ${commandOf(root, "kernel", forAll ? "install --system --replace" : "install --replace")}`,
  );
}
