// Where the links of notebooks and docs lead on the site.
import { posix } from "node:path";

/**
 * The page or file of the site that shows a file of the repository; undefined where none does.
 *
 * @param {string} file from the root of the repository
 */
export function sitePathOf(file) {
  const [, lesson] = /^notebooks\/\d\d-([\w-]+)\.ipynb$/.exec(file) ?? [];
  if (lesson !== undefined) return `lessons/${lesson}.html`;
  if (file === "README.md") return "readme.html";
  if (file === "LICENSE") return "assets/licences.txt";
  const [, doc] = /^docs\/([\w-]+)\.md$/.exec(file) ?? [];
  return doc === undefined ? undefined : `docs/${doc}.html`;
}

/**
 * A link as it stands on the site's page of a file; undefined for what is no part of the site.
 *
 * @param {string} href
 * @param {string} from the file with the link, from the root of the repository
 */
export function linkOn(href, from) {
  if (/^(https?:|mailto:|#)/.test(href)) return href;
  const [path = "", anchor] = href.split("#");
  const target = sitePathOf(posix.join(posix.dirname(from), path));
  const here = sitePathOf(from) ?? "index.html";
  if (target === undefined) return undefined;
  return posix.relative(posix.dirname(here), target) + (anchor === undefined ? "" : `#${anchor}`);
}
