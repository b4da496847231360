#!/usr/bin/env node
// npx convlab: the package's command. Each of its commands is the script of that name.
import { fileURLToPath } from "node:url";
import { refuseOldNode } from "./setup/node-version.mjs";

refuseOldNode();

const help = `npx convlab setup                 brings everything the lessons need into .convlab/, about 1.2 GB
npx convlab start [options]       opens the lessons in the folder in which you are; options go to JupyterLab
npx convlab lessons [options]     runs lessons, or brings fresh copies: see npx convlab lessons --help
npx convlab progress FOLDER ...   what several readers have done, in one table for their teacher
npx convlab kernel install        registers the kernel with your own Jupyter: see npx convlab kernel --help
npx convlab fetch ID ...          fetches now what a lesson fetches when it first needs it`;

const name = process.argv[2];
if (name === undefined || /^(--help|-h|help)$/.test(name)) console.log(help);
else if (/^(setup|start|lessons|progress|kernel|fetch)$/.test(name)) {
  const script = new URL(`./${name}.mjs`, import.meta.url);
  // As if it had been started by itself; npx hands on the `--` that npm takes for its own.
  process.argv.splice(1, process.argv[3] === "--" ? 3 : 2, fileURLToPath(script));
  await import(script.href);
} else {
  console.error(
    `Cannot run convlab ${name}: it knows setup, start, lessons, progress, kernel and fetch. See npx convlab --help.`,
  );
  process.exitCode = 1;
}
