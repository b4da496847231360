import { readDataNow } from "../../../platform/data.js";

let names: readonly string[] | undefined;

/**
 * The names of the 1,000 ImageNet classes, in the order of the logits.
 *
 * @throws {Error} if data/imagenet is missing or damaged
 * @example imagenetClasses().slice(0, 2) // ["tench", "goldfish"]
 */
export function imagenetClasses(): readonly string[] {
  if (names !== undefined) return names;
  try {
    const found: unknown = JSON.parse(new TextDecoder().decode(readDataNow("imagenet/classes.json")));
    if (!Array.isArray(found) || found.length !== 1000) throw new Error("it does not list 1,000 names");
    names = Object.freeze(found as string[]);
    return names;
  } catch (cause) {
    throw new Error("Cannot read the names of the ImageNet classes. Restore data/imagenet with git.", {
      cause,
    });
  }
}

/**
 * The index of a class by its name, large or small letters.
 *
 * @throws {RangeError} if no class has that name; the message names those that contain the word
 * @example classNamed("tabby") // 281
 */
export function classNamed(name: string): number {
  const wanted = name.trim().toLowerCase();
  const all = imagenetClasses();
  const found = all.findIndex((each) => each.toLowerCase() === wanted);
  if (found >= 0) return found;
  const near = classesWith(wanted).slice(0, 8);
  const hint =
    near.length > 0 ? `There are ${near.join(", ")}.` : "No name contains it: see imagenetClasses().";
  throw new RangeError(`Cannot find the class ${JSON.stringify(name)}. ${hint}`);
}

/**
 * All class names that contain a word or a part of one, large or small letters.
 *
 * @example classesWith("teapot") // ["teapot"]
 */
export function classesWith(part: string): string[] {
  const wanted = part.trim().toLowerCase();
  return wanted === "" ? [] : imagenetClasses().filter((name) => name.toLowerCase().includes(wanted));
}
