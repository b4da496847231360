import { type CellDiagnostic, diagnosticAt } from "./error.js";

/** Not a number of TypeScript's: it never came to reading the cell. */
const magicCode = 0;

/** What other kernels' commands are here, by how the line begins; `$1` is the line's own words. */
const magics: readonly (readonly [begins: RegExp, sentence: string])[] = [
  [
    /^%%(?:html|svg)\b/i,
    'Show it from TypeScript: import { display } from "tslab"; display.html(`<b>…</b>`) (also display.svg).',
  ],
  [/^%%(?:markdown|md|latex)\b/i, 'Use a Markdown cell, or: import { display } from "tslab"; display.markdown("…").'],
  [/^%%(?:javascript|js|typescript|ts|node)\b/i, "Leave the line out: cells are TypeScript already, and JavaScript is a part of it."],
  [
    /^%%(?:writefile|file)\s+(\S+)/i,
    'Write it from TypeScript: import { writeFileSync } from "node:fs"; writeFileSync("$1", `…`).',
  ],
  [
    /^(?:%%?(?:bash|sh|cmd|system|sx)\b|!!)\s*(.*)/i,
    'Run commands from TypeScript: import { execSync } from "node:child_process"; console.log(execSync(`$1`, { encoding: "utf8" })).',
  ],
  [/^[!%]\s*(?:pip3?|conda|mamba)\b/i, "Packages for TypeScript come from npm. In a terminal, in the notebook's folder: npm install NAME."],
  [
    /^(?:[!%]\s*)?((?:npm|pnpm|yarn)\s+(?:install|i|add)\b.*)/i,
    "Install packages in a terminal, in the notebook's folder: $1. Then import them in a cell.",
  ],
  [/^(?:pip3?|conda)\s+install\b/i, "Packages for TypeScript come from npm. In a terminal, in the notebook's folder: npm install NAME."],
  [/^!\s*cd\s+(\S+)/i, 'Change the folder by: process.chdir("$1").'],
  [
    /^!\s*(.*)/,
    'Run commands from TypeScript: import { execSync } from "node:child_process"; console.log(execSync(`$1`, { encoding: "utf8" })).',
  ],
  [/^%%?(?:timeit|time|prun)\b/i, 'Measure by: console.time("it"); …; console.timeEnd("it").'],
  [/^%matplotlib\b/i, "Leave the line out: charts appear by themselves. Show one as the last expression of a cell, or by show(chart)."],
  [/^%cd\s+(\S+)/i, 'Change the folder by: process.chdir("$1").'],
  [/^%(?:pwd|ls)\b/i, 'Ask Node: process.cwd(), or require("node:fs").readdirSync(".").'],
  [/^%env\b/i, "Read and set variables by process.env.NAME."],
  [/^%(?:run|load)\s+(\S+)/i, 'Import the file: import * as file from "./$1".'],
  [/^%(?:load_ext|reload_ext|autoreload|config|pylab)\b/i, "Leave the line out: nothing here needs it. Files that you import are read again when they change."],
  [/^%(?:who|whos|who_ls|reset)\b/i, "Print a variable by its name; to forget them all, restart the kernel."],
  [/^\?{1,2}\s*([\p{L}_$][\p{L}\p{N}_$.]*)/u, "For help on $1, put the cursor on the name and press Shift+Tab."],
  [/^([\p{L}_$][\p{L}\p{N}_$.]*)\s*\?{1,2}\s*$/u, "For help on $1, put the cursor on the name and press Shift+Tab."],
  [/^%{1,2}\s*[A-Za-z_]\w*/, "Lines that begin with % are commands of other kernels: write it in TypeScript, or leave it out."],
];

/**
 * What a line that another kernel would take for a command is here; undefined where the first line of the cell is none.
 * Only for cells that TypeScript has refused: in TypeScript too a line may begin with `!`, or go on with `%`.
 */
export function magicOf(source: string): CellDiagnostic | undefined {
  const lines = source.split(/\r?\n/);
  const at = lines.findIndex((line) => line.trim() !== "" && !line.trim().startsWith("//"));
  const line = lines[at]?.trim() ?? "";
  // `!ready` and `!list.length` are TypeScript.
  if (/^!\s*[\p{L}_$(][\p{L}\p{N}_$.()[\]]*\s*;?$/u.test(line) && !/^!\s*(?:ls|pwd|dir|date|whoami)\b/.test(line))
    return undefined;
  for (const [begins, sentence] of magics) {
    const found = begins.exec(line);
    if (found === null) continue;
    const word = /^\S*/.exec(line)?.[0] ?? line;
    const offset = source.indexOf(line, lines.slice(0, at).join("\n").length);
    const message = `"${word}" is no TypeScript. ${sentence.replaceAll("$1", () => (found[1] ?? "").trim())}`;
    return diagnosticAt(source, offset, line.length, message, magicCode);
  }
  return undefined;
}
