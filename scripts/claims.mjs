// npm run claims [-- --check]: docs/claims.md from data/claims.json. --check fails where the page is not up to date.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
/** @type {{ number: number, statement: string, lesson: string, verdict: string, cell: string }[]} */
const claims = JSON.parse(readFileSync(`${root}data/claims.json`, "utf8"));
const page = `${root}docs/claims.md`;

const notebooks = readdirSync(`${root}notebooks`);
const rows = claims.map(({ number, statement, lesson, verdict, cell }) => {
  const file = notebooks.find((name) => name.slice(3) === `${lesson}.ipynb`) ?? "";
  const link = `[${file.slice(0, 2)}, cell \`${cell}\`](../notebooks/${file})`;
  return `| ${number} | ${statement} | ${verdict} | ${link} |`;
});
const text = `# What lecture notes say, and what a cell answers

Statements about these networks as introductory notes make them, restated in our words. Some are right, some half right, some
wrong. Each is decided by a cell of a lesson; open the lesson and run it. Written by \`npm run claims\` from
\`data/claims.json\`.

| | statement | verdict | decided in |
| --- | --- | --- | --- |
${rows.join("\n")}
`;

if (!process.argv.includes("--check")) writeFileSync(page, text);
else if (readFileSync(page, "utf8") !== text) {
  console.error("Cannot accept docs/claims.md: it does not match data/claims.json. Run npm run claims.");
  process.exitCode = 1;
}
