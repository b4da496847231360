/** A command of other kernels, by how its line begins, and what to write here; `$1` is the line's own words. */
export type Magic = readonly [begins: RegExp, sentence: string];

/** Commands about the machine: files, folders, programs, packages. */
export const platformMagics: readonly Magic[] = [
  [
    /^%%(?:writefile|file)\s+(\S+)/i,
    'Write it from TypeScript: import { writeFileSync } from "node:fs"; writeFileSync("$1", `…`).',
  ],
  [
    /^(?:%%?(?:bash|sh|cmd|system|sx)\b|!!)\s*(.*)/i,
    'Run commands from TypeScript: import { execSync } from "node:child_process"; console.log(execSync(`$1`, { encoding: "utf8" })).',
  ],
  [
    /^[!%]\s*(?:pip3?|conda|mamba)\b/i,
    "Packages for TypeScript come from npm. In a terminal, in the notebook's folder: npm install NAME.",
  ],
  [
    /^(?:[!%]\s*)?((?:npm|pnpm|yarn)\s+(?:install|i|add)\b.*)/i,
    "Install packages in a terminal, in the notebook's folder: $1. Then import them in a cell.",
  ],
  [
    /^(?:pip3?|conda)\s+install\b/i,
    "Packages for TypeScript come from npm. In a terminal, in the notebook's folder: npm install NAME.",
  ],
  [/^!\s*cd\s+(\S+)/i, 'Change the folder by: process.chdir("$1").'],
  [
    /^!\s*(.*)/,
    'Run commands from TypeScript: import { execSync } from "node:child_process"; console.log(execSync(`$1`, { encoding: "utf8" })).',
  ],
  [/^%cd\s+(\S+)/i, 'Change the folder by: process.chdir("$1").'],
  [/^%(?:pwd|ls)\b/i, 'Ask Node: process.cwd(), or require("node:fs").readdirSync(".").'],
  [/^%env\b/i, "Read and set variables by process.env.NAME."],
  [/^%(?:run|load)\s+(\S+)/i, 'Import the file: import * as file from "./$1".'],
];
