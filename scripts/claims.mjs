// npm run claims [-- --check]: docs/lecture-notes.md from data/claims.json. --check fails where the page is not up to date.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
/** @type {{ number: number, statement: string, lesson: string, verdict: string, cell: string }[]} */
const claims = JSON.parse(readFileSync(`${root}data/claims.json`, "utf8"));
const page = `${root}docs/lecture-notes.md`;

/** The order of thought of such notes, by their first statement. */
const parts = [
  [1, "What a convolutional network is"],
  [5, "Convolution"],
  [7, "Padding"],
  [11, "Filters and channels"],
  [15, "Pooling"],
  [23, "A network in code"],
  [34, "LeNet-5"],
  [43, "Global average pooling"],
  [48, "Class activation maps"],
  [50, "The backbone"],
];

const notebooks = readdirSync(`${root}notebooks`);
const rows = claims.flatMap(({ number, statement, lesson, verdict, cell }) => {
  const file = notebooks.find((name) => name.slice(3) === `${lesson}.ipynb`) ?? "";
  const link = `[${file.slice(0, 2)}, cell \`${cell}\`](../notebooks/${file})`;
  const row = `| ${number} | ${statement} | ${verdict} | ${link} |`;
  const [, title] = parts.find(([first]) => first === number) ?? [];
  const heading = [`\n## ${title}\n`, "| | statement | verdict | decided in |", "| --- | --- | --- | --- |"];
  return title === undefined ? [row] : [...heading, row];
});
const text = `# Lecture notes, and the cells that answer them

Introductory notes on these networks go one way: what a convolutional network is, its layers, a network in code, LeNet-5, global average pooling, class
activation maps, the backbone. Here are their statements in that order, restated in our words. Some are right, some half right, some wrong. Each is
decided by a cell of a lesson; open the lesson and run it. Written by \`npm run claims\` from \`data/claims.json\`.
${rows.join("\n")}
`;

if (!process.argv.includes("--check")) writeFileSync(page, text);
else if (readFileSync(page, "utf8") !== text) {
  console.error(
    "Cannot accept docs/lecture-notes.md: it does not match data/claims.json. Run npm run claims.",
  );
  process.exitCode = 1;
}
