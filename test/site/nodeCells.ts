// A process that runs a lesson's cells on dist/, as Node does: a program on stdin, a line of JSON for each cell.
import { writeSync } from "node:fs";
import { text } from "node:stream/consumers";
import { runProgram } from "./cellRunner.js";
import type { Program } from "./programs.js";

const program = JSON.parse(await text(process.stdin)) as Program;
const names = ["convlab", "convlab/lessons", "convlab/arithmetic", "convlab/charts"];
const modules = Object.fromEntries(
  await Promise.all(names.map(async (name) => [name, (await import(name)) as object] as const)),
);
const { tf } = modules.convlab as unknown as { tf: { memory(): { numTensors: number } } };
await runProgram(program, modules, (output) => writeSync(1, `${JSON.stringify(output)}\n`), () => tf.memory().numTensors); // biome-ignore format: one line
