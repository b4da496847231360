// docs/helpers.md: the public names by entry and room.

/** @typedef {import("./reference.mjs").Entry} Entry */

const about = new Map([
  ["convlab", "What one reuses elsewhere."],
  [
    "convlab/arithmetic",
    "That room alone, which loads neither TensorFlow nor anything else: the names marked ᵃ above, and these.",
  ],
  ["convlab/charts", "That room alone, which loads no TensorFlow: the names marked ᶜ above, and these."],
  ["convlab/lessons", "What the lessons need besides: the names marked ˡ above, and these."],
]);

const rooms = ["arithmetic", "charts", "images", "networks", "notebook", "lessons"];

/**
 * @param {Map<string, Entry[]>} entries
 * @param {Map<string, string[]>} uses
 * @returns {string}
 */
export function helpersPage(entries, uses) {
  const parts = [...entries].map(([entry, names]) => {
    const found = [...new Set(names.map(({ file }) => roomOf(file)))].sort(inOrder);
    const blocks = found.map((room) => block(room, names, uses));
    return `## ${entry}\n\n${about.get(entry)}\n\n${blocks.join("\n\n")}`;
  });
  return `# The helpers

Every public name with its first sentence; more stands in its docstring: shapes, units, errors, an example. Behind it the lessons that use it. A
name in two entries stands once: ᵃ is also in \`convlab/arithmetic\`, ᶜ in \`convlab/charts\`, ˡ in \`convlab/lessons\`. Written by
\`npm run docs\` from the docstrings; \`npm run docs -- --html\` writes all of them as pages to browse.

${parts.join("\n\n")}
`;
}

/**
 * A lesson's folder is a room of its own.
 *
 * @param {string} file
 */
function roomOf(file) {
  const [, room = "", folder = ""] = file.split("/");
  return room === "lessons" ? `lessons/${folder}` : room;
}

/**
 * @param {string} a
 * @param {string} b
 */
function inOrder(a, b) {
  const place = (/** @type {string} */ room) => rooms.indexOf(room.split("/")[0] ?? "");
  return place(a) - place(b) || a.localeCompare(b);
}

/**
 * @param {string} room
 * @param {Entry[]} names of the whole entry
 * @param {Map<string, string[]>} uses
 */
function block(room, names, uses) {
  const own = names.filter(({ file }) => roomOf(file) === room);
  const byName = own.sort((a, b) => a.name.localeCompare(b.name, "en"));
  const values = byName.filter(({ signature }) => signature !== undefined);
  const types = byName.filter(({ signature }) => signature === undefined);
  const rows = values.map((entry) => {
    const lessons = (uses.get(entry.name) ?? []).map((file) => `[${file.slice(0, 2)}](../notebooks/${file})`);
    const ways = (entry.signature ?? "").split("\n").map((way) => `\`${cell(way)}\``);
    return `| ${link(entry)}${marks(entry)} | ${ways.join("<br>")} | ${cell(entry.sentence)} | ${lessons.join(" ")} |`;
  });
  const table =
    rows.length === 0
      ? []
      : [["| name | signature | what it is | lessons |", "| --- | --- | --- | --- |", ...rows].join("\n")];
  const list =
    types.length === 0 ? [] : [`Types: ${types.map((type) => `${link(type)}${marks(type)}`).join(", ")}`];
  return [`### ${room}`, ...table, ...list].join("\n\n");
}

/** @param {Entry} entry */
const link = ({ name, file }) => `[\`${name}\`](../${file})`;

/** @type {Readonly<Record<string, string>>} */
const signs = { "convlab/arithmetic": " ᵃ", "convlab/charts": " ᶜ", "convlab/lessons": " ˡ" };

/** @param {Entry} entry */
const marks = ({ also }) => also.map((entry) => signs[entry] ?? "").join("");

/** @param {string} text */
const cell = (text) => text.replaceAll("|", "\\|");
