import { sep } from "node:path";

/**
 * @typedef {object} Listed an exercise
 * @property {string} exercise "convolution.2"
 * @property {string} number "03.2"
 * @property {string} title
 *
 * @typedef {object} Learner
 * @property {string} name
 * @property {boolean} begun whether anything was tried
 * @property {readonly { exercise: string, done: boolean, tries: number }[]} rows
 */

/**
 * What tells the folders apart: of `/srv/ada/convlab` and `/srv/ben/convlab`, "ada" and "ben".
 *
 * @param {readonly string[]} folders absolute
 */
export function learnerNames(folders) {
  const parts = folders.map((folder) => folder.split(sep).filter((part) => part !== ""));
  const shortest = Math.min(...parts.map(({ length }) => length));
  /** @param {(path: readonly string[], place: number) => string | undefined} at */
  const shared = (at) => {
    let count = 0;
    while (count < shortest - 1 && parts.every((path) => at(path, count) === at(parts[0] ?? [], count)))
      count += 1;
    return count;
  };
  const before = shared((path, place) => path[place]);
  const after = shared((path, place) => path.at(-1 - place));
  return parts.map((path) => {
    const own = path.slice(before, Math.max(before + 1, path.length - after));
    return own.join("/");
  });
}

/**
 * A line for each learner and exercise, for a spreadsheet.
 *
 * @param {readonly Listed[]} listed
 * @param {readonly Learner[]} learners
 */
export function csvTable(listed, learners) {
  const lines = learners.flatMap(({ name, rows }) =>
    listed.map(({ exercise, number, title }) => {
      const { done = false, tries = 0 } = rows.find((row) => row.exercise === exercise) ?? {};
      return [name, exercise, number, title, done, tries].map(csvField).join(",");
    }),
  );
  return `${["learner,exercise,number,title,done,tries", ...lines].join("\n")}\n`;
}

/**
 * A text that begins like a formula is one for a spreadsheet: an apostrophe keeps it a text.
 *
 * @param {string | number | boolean} value
 */
function csvField(value) {
  const text = typeof value === "string" && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** @param {string} text */
const escaped = (text) =>
  text.replace(
    /[&<>"]/g,
    (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[sign] ?? sign,
  );

const style = `body { font: 15px/1.5 system-ui, sans-serif; margin: 2em; color-scheme: light dark }
table { border-collapse: collapse } th, td { border: 1px solid #8886; padding: .25em .6em; text-align: center }
th:first-child, th:nth-child(2) { text-align: left } thead th { position: sticky; top: 0; background: Canvas }
.tried { opacity: .65 }`;

/**
 * A page with a row for each exercise and a column for each learner: ✓ where it is done, and after how many tries.
 *
 * @param {readonly Listed[]} listed
 * @param {readonly Learner[]} learners
 */
export function htmlTable(listed, learners) {
  const cell = (/** @type {Learner} */ { rows }, /** @type {string} */ exercise) => {
    const { done = false, tries = 0 } = rows.find((row) => row.exercise === exercise) ?? {};
    if (done) return `<td title="done after ${tries} ${tries === 1 ? "try" : "tries"}">✓ ${tries}</td>`;
    return tries > 0 ? `<td class="tried" title="not done yet">${tries} tried</td>` : "<td></td>";
  };
  const sums = learners.map(({ rows }) => `<td>${rows.filter(({ done }) => done).length}</td>`);
  const body = listed.map(
    ({ exercise, number, title }) =>
      `<tr><th scope="row">${number}</th><th scope="row">${escaped(title)}</th>${learners
        .map((learner) => cell(learner, exercise))
        .join("")}</tr>`,
  );
  return `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Progress</title><style>${style}</style>
<h1>Progress</h1>
<p>✓ with the number of tries it took. ${learners.length} learners, ${listed.length} exercises.</p>
<table><thead><tr><th>number</th><th>exercise</th>${learners
    .map(({ name }) => `<th scope="col">${escaped(name)}</th>`)
    .join("")}</tr></thead>
<tbody>
${body.join("\n")}
<tr><th></th><th scope="row">done</th>${sums.join("")}</tr>
</tbody></table></html>
`;
}
