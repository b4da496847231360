import type { Dirent } from "node:fs";
import { readdir, realpath, stat } from "node:fs/promises";
import { basename, join } from "node:path";

/** What lies in a folder of folders. Paths are within the folder, with `/` between. */
export interface PictureFiles {
  /** Names of the folders, in natural order. */
  classes: readonly string[];
  /** Class after class, each in natural order. */
  pictures: readonly { file: string; label: number }[];
  /** Pictures that are of no class: they lie beside the folders. */
  loose: readonly string[];
}

/** By their endings. Whether a file can be read, its bytes say; what can be read by others only is to be refused, not passed over. */
const picture = /\.(?:jpe?g|jpe|jfif|png|apng|gif|webp|hei[cf]|avif|bmp|tiff?)$/i;

/** What systems and programs leave behind. */
const hidden = /^(?:\.|__MACOSX$|@eaDir$|\$RECYCLE\.BIN$|System Volume Information$)/;

/** Folders that are sets of a data set, not classes. */
const sets = /^(?:train|training|val|valid|validation|dev|test|testing|eval)$/i;

const { compare } = new Intl.Collator("en", { numeric: true });
/** As people count: `image2` before `image10`. */
const natural = (a: string, b: string) => compare(a, b) || (a < b ? -1 : 1);

/**
 * The pictures in a folder that has a folder for each class. Deeper folders belong to the class above; links are followed; hidden
 * files and files that are no pictures are passed over.
 *
 * @throws {Error} if it is no such folder; the message says what it is
 */
export async function pictureFiles(folder: string): Promise<PictureFiles> {
  const refuse = (problem: string) => new Error(`Cannot read images from ${folder}: ${problem}`);
  const { folders, files } = await listed(folder, refuse);
  const classes = folders.map((name) => name.normalize());
  const loose = files.filter((file) => picture.test(file));
  if (folders.length === 0) {
    const all = loose.length > 0 ? `its ${loose.length} pictures lie in no folders` : "it holds no folders";
    throw refuse(`${all}. Put the pictures of each class into a folder that is named for it.`);
  }
  const pictures: { file: string; label: number }[] = [];
  for (const [label, name] of folders.entries()) {
    const inside = await picturesUnder(folder, name, refuse, []);
    if (inside.length === 0) {
      throw refuse(
        `there is no picture in its folder ${name}, and a folder is a class. Put JPEG or PNG files there, or move the folder elsewhere.`,
      );
    }
    pictures.push(...inside.map((file) => ({ file, label })));
  }
  const deep = pictures.every(({ file }) => file.split("/").length > 2);
  if (folders.every((name) => sets.test(name)) && (deep || folders.length > 1)) {
    throw refuse(
      `${folders.join(", ")} are sets, not classes. Read each by itself: imagesFromFolder("${join(folder, folders[0] as string)}").`,
    );
  }
  return { classes, pictures, loose };
}

/** All pictures in a folder and below. `above`: where the folders above really are, so that a link to one of them ends here. */
async function picturesUnder(
  root: string,
  path: string,
  refuse: (problem: string) => Error,
  above: readonly string[],
): Promise<string[]> {
  const place = await realpath(join(root, path));
  if (above.includes(place)) return [];
  const { folders, files } = await listed(join(root, path), refuse);
  const found = files.filter((file) => picture.test(file)).map((file) => `${path}/${file}`);
  for (const name of folders) {
    found.push(...(await picturesUnder(root, `${path}/${name}`, refuse, [...above, place])));
  }
  return found;
}

async function listed(folder: string, refuse: (problem: string) => Error) {
  let entries: Dirent[];
  try {
    entries = await readdir(folder, { withFileTypes: true });
  } catch (cause) {
    throw Object.assign(refuse(whyNot(basename(folder), (cause as NodeJS.ErrnoException).code)), { cause });
  }
  const folders: string[] = [];
  const files: string[] = [];
  for (const entry of entries) {
    const { name } = entry;
    if (hidden.test(name)) continue;
    const linked = entry.isSymbolicLink() ? await stat(join(folder, name)).catch(() => undefined) : undefined;
    // A link that leads nowhere counts as a file: it is named when it is to be read.
    if ((linked ?? entry).isDirectory()) folders.push(name);
    else files.push(name);
  }
  return { folders: folders.sort(natural), files: files.sort(natural) };
}

function whyNot(name: string, code = "unknown"): string {
  const wayOut = "Give a folder that has a folder of pictures for each class.";
  if (code === "ENOENT") return `there is no such folder. ${wayOut}`;
  if (code === "ENOTDIR") return `it is a file. ${wayOut}`;
  return `its folder ${name} cannot be listed (${code}). ${wayOut}`;
}
