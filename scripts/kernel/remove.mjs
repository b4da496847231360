import { readdirSync, rmdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { commandOf, projectOf } from "../installation.cjs";
import { kernelNames } from "../kernelspec.mjs";
import { checkoutOf, described, ownerOf, registeredIn } from "./registered.mjs";
import { clearStore, keptFor, putAllBack } from "./replaced.mjs";
import { unwritable } from "./unwritable.mjs";

/**
 * Takes the checkout's kernels out of the user's data folder, puts back what they replaced, and says so.
 *
 * @param {string} root
 * @param {{ user: string }} places
 */
export function remove(root, { user }) {
  const found = kernelNames.flatMap((name) => registeredIn(user, name) ?? []);
  const own = found.filter((each) => ownerOf(root, each) !== "other");
  const [other] = found.filter((each) => !own.includes(each));
  if (found.length === 0 && keptFor(root, user).length === 0) {
    throw new Error(
      `Cannot remove the kernel: no ${kernelNames[0]} is registered in ${join(user, "kernels")}. ` +
        `To register it: ${commandOf(root, "kernel", "install")}`,
    );
  }
  if (own.length === 0 && other !== undefined) {
    const checkout = checkoutOf(other.spec);
    const way = checkout
      ? `Run ${commandOf(checkout, "kernel", "remove")} in ${projectOf(checkout)}.`
      : `If you want it gone: jupyter kernelspec remove ${other.name}`;
    throw new Error(`Cannot remove the kernel: it is another one, ${described(other)}. ${way}`);
  }
  try {
    for (const { folder } of own) take(folder);
    const back = putAllBack(root, user);
    clearStore(user);
    const gone = own.map(({ folder }) => folder).reverse();
    return [...(gone.length > 0 ? [`Removed: ${gone.join(" and ")}`] : []), ...back];
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
