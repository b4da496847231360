import type { Notebook } from "../../scripts/edition.mjs";
import type { Contents, Model } from "./drive.js";
import { siteNotebook } from "./places.js";

/** Saves what the site has now of a lesson under a name that is free, such as `03-… (new).ipynb`, and returns it. */
export async function copyFromSite(contents: Contents, lesson: string, word: string): Promise<string> {
  const response = await fetch(siteNotebook(lesson), { cache: "no-cache" });
  if (!response.ok)
    throw new Error(`Cannot copy ${lesson}: the site has no lesson of that name. Open one of its own.`);
  const content = (await response.json()) as Notebook;
  const path = await freeName(contents, lesson, word);
  await contents.save(path, { type: "notebook", format: "json", content });
  return path;
}

/** `03-x (word).ipynb`, or `03-x (word 2).ipynb` where that is taken. */
export async function freeName(contents: Contents, path: string, word: string): Promise<string> {
  const [, stem, end] = /^(.*?)(\.[^./]*)?$/.exec(path) ?? [];
  for (let n = 1; ; n += 1) {
    const name = `${stem} (${word}${n > 1 ? ` ${n}` : ""})${end ?? ""}`;
    if (!(await isThere(contents, name))) return name;
  }
}

/** The lesson that a copy was made of, by its name. */
export const lessonOf = (path: string): string =>
  path.replace(/^.*\//, "").replace(/ \([^)]*\)(?=\.ipynb$)/, "");

const isThere = (contents: Contents, path: string): Promise<boolean> =>
  contents.get(path, { content: false }).then(
    (_: Model) => true,
    () => false,
  );
