import type { Magic } from "./magicSentences.js";

const shell = "In a browser no commands can be run.";
const packages = "In a browser no packages can be installed: what the lessons need is there.";
const folders = "In a browser there are no folders to go to.";

/** Commands about the machine: files, folders, programs, packages. */
export const platformMagics: readonly Magic[] = [
  [/^[!%]\s*(?:pip3?|conda|mamba)\b/i, packages],
  [/^(?:[!%]\s*)?((?:npm|pnpm|yarn)\s+(?:install|i|add)\b.*)/i, packages],
  [/^(?:pip3?|conda)\s+install\b/i, packages],
  [/^%%?install\b/i, packages],
  [/^(?:%%?(?:bash|sh|cmd|system|sx)\b|!!)\s*(.*)/i, shell],
  [/^!\s*cd\s+(\S+)/i, folders],
  [/^!\s*(.*)/, shell],
  [/^%%(?:writefile|file)\s+(\S+)/i, "In a browser cells write no files."],
  [/^%cd\s+(\S+)/i, folders],
  [/^%(?:pwd|ls)\b/i, folders],
  [/^%env\b/i, "In a browser there are no variables of the environment."],
  [/^%(?:run|load)\s+(\S+)/i, "In a browser a notebook cannot import files. Write the code into a cell."],
];
