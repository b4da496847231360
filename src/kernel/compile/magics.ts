import { type CellDiagnostic, diagnosticAt } from "./error.js";
import { type Magic, platformMagics } from "./magicSentences.js";

/** No number of TypeScript's: a message without one. */
const magicCode = 0;

/** Words after `!` that are commands, not names: a `!` of TypeScript may stand before any other. */
const commands = /^!\s*(?:ls|ll|pwd|dir|date|whoami|env|top|ps|df|du|free|uname|hostname|nvidia-smi)\s*$/;
/** Two words side by side, as no expression has them. */
const sideBySide = /^!\s*[\w./~-]+\s+(?!in\b|instanceof\b|as\b|satisfies\b)-{0,2}[\w"'$~.]/;

/** What other kernels' commands are here, by how the line begins. */
const magics: readonly Magic[] = [
  ...platformMagics,
  [
    /^%%(?:html|svg)\b/i,
    'Show it from TypeScript: import { display } from "tslab"; display.html(`<b>…</b>`) (also display.svg).',
  ],
  [
    /^%%(?:markdown|md|latex)\b/i,
    'Use a Markdown cell, or: import { display } from "tslab"; display.markdown("…").',
  ],
  [
    /^%%(?:javascript|js|typescript|ts|node)\b/i,
    "Leave the line out: cells are TypeScript already, and JavaScript is a part of it.",
  ],
  [/^%%?(?:timeit|time|prun)\b/i, 'Measure by: console.time("it"); …; console.timeEnd("it").'],
  [
    /^%matplotlib\b/i,
    "Leave the line out: charts appear by themselves. Show one as the last expression of a cell, or by show(chart).",
  ],
  [
    /^%(?:load_ext|reload_ext|autoreload|config|pylab)\b/i,
    "Leave the line out: nothing here needs it. Files that you import are read again when they change.",
  ],
  [/^%(?:who|whos|who_ls|reset)\b/i, "Print a variable by its name; to forget them all, restart the kernel."],
  [
    /^\?{1,2}\s*([\p{L}_$][\p{L}\p{N}_$.]*)/u,
    "For help on $1, put the cursor on the name and press Shift+Tab.",
  ],
  [
    /^([\p{L}_$][\p{L}\p{N}_$.]*)\s*\?{1,2}\s*$/u,
    "For help on $1, put the cursor on the name and press Shift+Tab.",
  ],
  [
    /^%{1,2}\s*[A-Za-z_]\w*/,
    "Lines that begin with % are commands of other kernels: write it in TypeScript, or leave it out.",
  ],
];

/**
 * What another kernel's command is here, in the first line of a cell or in that of its first error; undefined where
 * there is none. Only for cells that TypeScript has refused: its own lines too may begin with `!` or `%`.
 */
export function magicOf(source: string, faults: readonly CellDiagnostic[]): CellDiagnostic | undefined {
  const lines = source.split("\n");
  const written = lines.flatMap((line, at) => (line.trim() === "" || /^\s*\/\//.test(line) ? [] : [at]));
  const help = written.length === 1;
  for (const at of new Set([written[0] ?? 0, (faults[0]?.line ?? 1) - 1])) {
    const line = lines[at]?.trim() ?? "";
    const next = lines[at + 1]?.trim() ?? "";
    const sentence = isCommand(line, help) ? sentenceFor(line, next) : undefined;
    if (sentence === undefined) continue;
    const before = lines.slice(0, at).reduce((total, each) => total + each.length + 1, 0);
    const message = `"${/^\S*/.exec(line)?.[0]}" is no TypeScript. ${sentence}`;
    return diagnosticAt(source, source.indexOf(line, before), line.length, message, magicCode);
  }
  return undefined;
}

function isCommand(line: string, alone: boolean): boolean {
  if (line.startsWith("!")) return line.startsWith("!!") || commands.test(line) || sideBySide.test(line);
  if (line.startsWith("?") || line.endsWith("?")) return alone;
  return /^%{1,2}\s*[a-z_]/i.test(line) || /^[a-z]+3?\s+(?:install|i|add)\b/.test(line);
}

/** `next` is the line below, where a command of a whole cell has its own words. */
function sentenceFor(line: string, next: string): string | undefined {
  for (const [begins, sentence] of magics) {
    const found = begins.exec(line);
    if (found !== null) return sentence.replaceAll("$1", () => (found[1] ?? "").trim() || next);
  }
  return undefined;
}
