// Writes the lessons' numbers wherever one must stand, from the one list that orders them: src/lessons/order.ts.
import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/**
 * Renames the notebooks and rewrites their numbers in links, titles, exercises and prose: in the notebooks' sources, README,
 * CONTRIBUTING, `docs/`, `data/` and the texts of `src/`. Outputs stay: the runner writes them. Returns what was or, with `check`, would be changed, a line each.
 *
 * @param {string} root
 * @param {{ check?: boolean }} [options]
 * @returns {Promise<string[]>}
 */
export async function renumber(root, { check = false } = {}) {
  const lessons = await lessonsOf(root);
  /** @type {string[]} */
  const said = [];
  for (const path of textFiles(root)) {
    const file = join(root, path);
    const before = readFileSync(file, "utf8");
    const after = path.endsWith(".ipynb") ? inNotebook(before, path, lessons) : inText(before, path, lessons);
    if (after === before) continue;
    said.push(`numbers in ${path}`);
    if (!check) writeFileSync(file, after);
  }
  const moved = lessons.filter(({ before, after }) => before !== after);
  for (const { before, after } of moved) said.push(`notebooks/${before}.ipynb is now ${after}.ipynb`);
  if (check) return said;
  // By way of other names: the new name of one may be the old name of another.
  const place = (/** @type {string} */ name) => join(root, "notebooks", `${name}.ipynb`);
  for (const { before, after } of moved) renameSync(place(before), `${place(after)}.new`);
  for (const { after } of moved) renameSync(`${place(after)}.new`, place(after));
  return said;
}

/** @typedef {{ name: string, before: string, after: string }} Lesson its name, and its file's name without ending */

/**
 * Each lesson with the file it has, with any number or none, and the one it should have.
 *
 * @param {string} root
 * @returns {Promise<Lesson[]>}
 */
async function lessonsOf(root) {
  const built = join(root, "dist", "lessons", "order.js");
  if (!existsSync(built)) {
    throw new Error("Cannot number the lessons: src/lessons/order.ts is not built. Run npm run build first.");
  }
  const { lessonOrder, lessonNumber } = await import(pathToFileURL(built).href);
  const files = readdirSync(join(root, "notebooks")).filter((name) => name.endsWith(".ipynb"));
  const stray = files.find((file) => !lessonOrder.includes(nameOf(file)));
  if (stray) {
    throw new Error(
      `Cannot number ${stray}: src/lessons/order.ts does not list ${nameOf(stray)}. Put it there.`,
    );
  }
  return lessonOrder.map((/** @type {string} */ name) => {
    const [file, other] = files.filter((each) => nameOf(each) === name);
    if (file === undefined) {
      throw new Error(
        `Cannot number ${name}: notebooks/ has no ${name}.ipynb. Write it, or take it off the list.`,
      );
    }
    if (other !== undefined)
      throw new Error(`Cannot number ${name}: there are ${file} and ${other}. Remove one.`);
    return { name, before: file.slice(0, -".ipynb".length), after: `${lessonNumber(name)}-${name}` };
  });
}

const nameOf = (/** @type {string} */ file) => file.replace(/^\d\d-/, "").replace(/\.ipynb$/, "");
const numberOf = (/** @type {string} */ stem) => /^\d\d(?=-)/.exec(stem)?.[0];

/**
 * Where numbers of lessons are written down. Not CHANGELOG.md: what was true of an older order stays true.
 *
 * @param {string} root
 */
function textFiles(root) {
  const below = (/** @type {string} */ folder, /** @type {RegExp} */ ending) =>
    existsSync(join(root, folder))
      ? readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
          .filter((name) => ending.test(name) && !name.includes(".ipynb_checkpoints"))
          .map((name) => `${folder}/${name.replaceAll("\\", "/")}`)
      : [];
  const files = ["README.md", "CONTRIBUTING.md"].filter((name) => existsSync(join(root, name)));
  return [
    ...files,
    ...below("docs", /\.md$/),
    ...below("data", /\.md$/),
    ...below("src", /\.ts$/),
    ...below("notebooks", /\.ipynb$/),
  ].sort();
}

/**
 * @param {string} content
 * @param {string} path
 * @param {readonly Lesson[]} lessons
 */
function inNotebook(content, path, lessons) {
  let result = content;
  let at = 0;
  // Line by line in the text of the file, so that outputs keep every byte.
  for (const { id, source } of JSON.parse(content).cells) {
    at = result.indexOf(`"id": ${JSON.stringify(id)}`, at);
    const before = [source].flat();
    const after = inText(before.join(""), path, lessons).split(/(?<=\n)/);
    for (const [index, line] of before.entries()) {
      if (after[index] === line) continue;
      const start = result.indexOf(JSON.stringify(line), at);
      at = start + JSON.stringify(after[index]).length;
      result =
        result.slice(0, start) +
        JSON.stringify(after[index]) +
        result.slice(start + JSON.stringify(line).length);
    }
  }
  return result;
}

/**
 * @param {string} text
 * @param {string} path
 * @param {readonly Lesson[]} lessons
 */
function inText(text, path, lessons) {
  const numbers = new Map(
    lessons.flatMap(({ before, after }) => {
      const number = numberOf(before);
      return number === undefined ? [] : [[number, String(numberOf(after))]];
    }),
  );
  const renumbered = (/** @type {string} */ part) =>
    part.replace(/(?<![\w.-])\d\d(?![\w.-]*\w)/g, (number) => numbers.get(number) ?? number);
  let result = text.replace(mentions, renumbered);
  const own = path.startsWith("notebooks/") && numberOf(path.slice("notebooks/".length));
  const next = own && numbers.get(own);
  if (next) {
    // the title, and the exercises' numbers
    result = result
      .replace(new RegExp(`^# ${own} `, "m"), `# ${next} `)
      .replace(new RegExp(`\\*\\*${own}(?=\\.\\d)`, "g"), `**${next}`);
  }
  if (path === "README.md") {
    result = inOrder(result.replace(/^\| (\d\d) (?=\| \[)/gm, (_, number) => `| ${renumbered(number)} `));
  }
  const stems = lessons.map(({ name }) => name).join("|");
  const after = new Map(lessons.map((lesson) => [lesson.name, lesson.after]));
  return result.replace(new RegExp(`(?<![\\w-])\\d\\d-(${stems})(?![\\w-])`, "g"), (_, name) =>
    String(after.get(name)),
  );
}

const number = String.raw`(?:\d\d(?!\w)|\[\d\d\]\([^)\s]*\))`;
const mentions = new RegExp(
  [
    String.raw`\b[Ll]essons? ${number}(?:(?:, | and | to | or |, and )${number})*`, // lessons [01](…) to 05
    String.raw`\[[^\]\n]*\](?=\((?:\.\./)?(?:notebooks/)?\d\d-)`, // [02](02-…): the text of a link to a lesson
    String.raw`--restore \d\d\b|npm run lessons -- \d\d\b`, // commands
  ].join("|"),
  "g",
);

/**
 * The rows of README's table of lessons, sorted by their number.
 *
 * @param {string} readme
 */
function inOrder(readme) {
  return readme.replace(
    /(?:^\| \d\d \| \[.*\n)+/m,
    (rows) => `${rows.trimEnd().split("\n").sort().join("\n")}\n`,
  );
}
