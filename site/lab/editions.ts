import { type Notebook, standing } from "../../scripts/edition.mjs";
import type { Drive, Model } from "./drive.js";

import { siteNotebook } from "./places.js";

/** A lesson that the site has changed since the reader began to change it too. */
export interface Parted {
  readonly path: string;
  /** The mark of what the site has now. */
  readonly edition: string;
}

/**
 * Before JupyterLab reads a lesson for the first time: a stored copy that the reader did not change makes way for what
 * the site has now; of a changed one the reader is told.
 */
export function watchEditions(drive: Drive, tell: (parted: Parted) => void): void {
  const editions = siteEditions();
  const checks = new Map<string, Promise<void>>();
  const get = drive.get.bind(drive);
  drive.get = async (path, options) => {
    const plain = decodeURIComponent(path.replace(/^\//, ""));
    if (options?.content && plain.endsWith(".ipynb")) {
      if (!checks.has(plain)) checks.set(plain, check(plain).catch(console.warn));
      await checks.get(plain);
    }
    return get(path, options);
  };

  async function check(path: string): Promise<void> {
    const store = await drive.storage;
    const item = await store.getItem(path);
    if (item === null) return;
    const edition = (await editions).get(path);
    if (edition === undefined) return;
    const found = standing(item.content as Notebook, edition);
    if (found === "unchanged") {
      await fetch(siteNotebook(path), { cache: "no-cache" });
      await store.removeItem(path);
    }
    if (found === "same") await mark(store, path, item, edition);
    if (found === "parted" && keptFor(path) !== edition) tell({ path, edition });
  }
}

/** A copy whose text is the site's own counts as made from it. */
async function mark(
  store: Awaited<Drive["storage"]>,
  path: string,
  item: Model,
  edition: string,
): Promise<void> {
  const { metadata, ...notebook } = item.content as Notebook;
  if (metadata.convlab?.edition === edition) return;
  const convlab = { ...metadata.convlab, edition };
  await store.setItem(path, { ...item, content: { ...notebook, metadata: { ...metadata, convlab } } });
}

/** The mark of each lesson of the site, from the list of its files. */
async function siteEditions(): Promise<ReadonlyMap<string, string>> {
  const list = new URL("../api/contents/all.json", location.href.replace(/[?#].*$/, ""));
  const { content } = (await (await fetch(list, { cache: "no-cache" })).json()) as {
    content: { path: string; edition?: string }[];
  };
  return new Map(
    content.flatMap(({ path, edition }) => (edition === undefined ? [] : [[path, edition] as const])),
  );
}

const keptName = (path: string): string => `convlab.kept.${path}`;

/** The edition of the site for which the reader chose to keep the own copy. */
const keptFor = (path: string): string | null => localStorage.getItem(keptName(path));

/** Not asked again until the site has yet another edition. */
export const keepMine = ({ path, edition }: Parted): void => localStorage.setItem(keptName(path), edition);
