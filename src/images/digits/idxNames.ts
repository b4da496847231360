import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";

/** The files of one set, by what they hold. */
export interface IdxNames {
  train: { images: string; labels: string };
  test: { images: string; labels: string };
}

/** `train-images-idx3-ubyte`, `emnist-letters-test-labels-idx1-ubyte.gz`, `t10k-images.idx3-ubyte` … */
const usual =
  /^(?<set>.*?)[-_.]?(?<part>train|t10k|test)[-_.](?<what>images|labels)[-_.]idx\d?(?:[-_.]?ubyte)?(?:\.gz)?$/i;

/**
 * Finds the four files of a set under the usual names: with hyphens or dots, packed (`.gz`) or not, `t10k` or `test`, and the
 * set's name in front, as EMNIST has it. Of a file that is there twice, the unpacked one.
 *
 * @param set which one, where there are several: what the names begin with
 * @throws {Error} if a file is missing or there are several sets; the message names it, or them
 */
export async function idxNames(folder: string, set?: string): Promise<IdxNames> {
  const files = await filesIn(folder);
  const sets = new Map<string, Map<string, string>>();
  // What is packed comes last.
  const packed = (file: string) => Number(/\.gz$/i.test(file));
  for (const file of files.sort((a, b) => packed(a) - packed(b))) {
    const { set: name = "", part = "", what = "" } = usual.exec(file)?.groups ?? {};
    if (part === "") continue;
    const found = sets.get(name) ?? new Map<string, string>();
    const key = `${part.toLowerCase() === "train" ? "train" : "test"} ${what.toLowerCase()}`;
    if (!found.has(key)) found.set(key, file);
    sets.set(name, found);
  }
  return complete(folder, chosen(folder, sets, set), files);
}

function chosen(
  folder: string,
  sets: ReadonlyMap<string, ReadonlyMap<string, string>>,
  set: string | undefined,
): ReadonlyMap<string, string> {
  const names = [...sets.keys()];
  const list = names.map((name) => name || "(no name)").join(", ");
  if (set !== undefined) {
    const found = sets.get(set);
    if (found) return found;
    throw new Error(`Cannot read images: ${folder} has no set ${set}. It has: ${list || "none"}.`);
  }
  const whole = names.filter((name) => sets.get(name)?.size === 4);
  if (whole.length > 1 || (whole.length === 0 && names.length > 1)) {
    throw new Error(
      `Cannot read images: ${folder} has several sets: ${list}. Say which one: { set: "${whole.at(-1) ?? names.at(-1)}" }.`,
    );
  }
  return sets.get((whole[0] ?? names[0]) as string) ?? new Map();
}

function complete(folder: string, set: ReadonlyMap<string, string>, files: readonly string[]): IdxNames {
  const file = (part: "train" | "test", what: "images" | "labels") => {
    const found = set.get(`${part} ${what}`);
    if (found !== undefined) return found;
    const [kind, name] = [part === "train" ? "training" : "test", part === "train" ? "train" : "t10k"];
    const wanted = `${name}-${what}-idx${what === "images" ? 3 : 1}-ubyte`;
    const there = files.length === 0 ? "no file" : files.slice(0, 8).join(", ");
    throw new Error(
      `Cannot read images: ${folder} has no ${kind} ${what}, such as ${wanted} or ${wanted}.gz. It has ${there}${files.length > 8 ? " …" : ""}. Give the folder with the four files.`,
    );
  };
  const both = (part: "train" | "test") => ({ images: file(part, "images"), labels: file(part, "labels") });
  return { train: both("train"), test: both("test") };
}

/** The names of the files in a folder. Some archives unpack each file into a folder of the file's name: these are left out. */
async function filesIn(folder: string): Promise<string[]> {
  try {
    const names = (await readdir(folder)).sort();
    const kinds = await Promise.all(names.map((name) => stat(join(folder, name)).catch(() => undefined)));
    return names.filter((_, index) => kinds[index]?.isFile());
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    const problem = code === "ENOENT" ? "there is no such folder" : `it cannot be listed (${code})`;
    throw new Error(`Cannot read images from ${folder}: ${problem}. Give the folder with the four files.`, {
      cause,
    });
  }
}
