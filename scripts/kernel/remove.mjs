import { readdirSync, rmdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { commandOf, projectOf } from "../installation.cjs";
import { checkoutOf, described, name, ownerOf, registeredIn } from "./registered.mjs";
import { clearStore, keptFor, putAllBack } from "./replaced.mjs";
import { unwritable } from "./unwritable.mjs";

/**
 * Takes the checkout's kernel out of the user's data folder, puts back what it replaced, and says so.
 *
 * @param {string} root
 * @param {{ user: string }} places
 */
export function remove(root, { user }) {
  const found = registeredIn(user);
  if (found === undefined && keptFor(root, user).length === 0) {
    throw new Error(
      `Cannot remove the kernel: no ${name} is registered in ${join(user, "kernels")}. ` +
        `To register it: ${commandOf(root, "kernel", "install")}`,
    );
  }
  if (found !== undefined && ownerOf(root, found) === "other") {
    const checkout = checkoutOf(found.spec);
    const way = checkout
      ? `Run ${commandOf(checkout, "kernel", "remove")} in ${projectOf(checkout)}.`
      : `If you want it gone: jupyter kernelspec remove ${name}`;
    throw new Error(`Cannot remove the kernel: it is another one, ${described(found)}. ${way}`);
  }
  try {
    if (found !== undefined) take(found.folder);
    const back = putAllBack(root, user);
    clearStore(user);
    return [...(found === undefined ? [] : [`Removed: ${found.folder}`]), ...back];
  } catch (error) {
    throw unwritable("remove the kernel", error);
  }
}

/**
 * Takes out what install wrote; what somebody else put beside it stays.
 *
 * @param {string} folder
 */
function take(folder) {
  rmSync(join(folder, "kernel.json"));
  if (readdirSync(folder).length === 0) rmdirSync(folder);
}
