import assert from "node:assert/strict";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { type Cells, locateFrame } from "../../../src/kernel/run/frames.js";

/** Every place in a cell is where it says; other files are none. */
const cells: Cells = {
  locate: (file, line, column) => {
    const cell = /^cell-(\d+)\.ts$/.exec(file)?.[1];
    return cell === undefined ? undefined : { place: `Cell [${cell}]:${line}:${column}` };
  },
  awaited: () => undefined,
};

const library = fileURLToPath(new URL("../../../dist/arithmetic/index.js", import.meta.url));

const frames: [engine: string, frame: string, located: string | undefined][] = [
  ["V8", "    at fail (cell-3.ts:2:9)", "fail Cell [3]:2:9"],
  ["V8", "    at async fail (cell-3.ts:2:9)", "async fail Cell [3]:2:9"],
  ["V8", "    at new Point (cell-3.ts:2:9)", "new Point Cell [3]:2:9"],
  ["V8", "    at cell-3.ts:2:9", " Cell [3]:2:9"],
  ["V8", "    at __cell (cell-3.ts:2:9)", " Cell [3]:2:9"],
  ["V8 in a worker", "    at eval (cell-3.ts:2:9)", " Cell [3]:2:9"],
  ["V8", "    at node:internal/timers:1:2", undefined],
  ["V8", "    at own (/notes/own.mjs:2:9)", "own /notes/own.mjs:2:9"],
  [
    "V8",
    "    at use (file:///a/node_modules/one/node_modules/two/x.js:2:9)",
    "use /a/node_modules/one/node_modules/two/x.js:2:9 of two",
  ],
  [
    "V8",
    "    at Object.<anonymous> (/a/node_modules/@one/two/dist/x.js:2:9)",
    " /a/node_modules/@one/two/dist/x.js:2:9 of @one/two",
  ],
  ["V8", `    at mean (${library}:2:9)`, "mean … of convlab"],
  ["others", "fail@cell-3.ts:2:9", "fail Cell [3]:2:9"],
  ["others", "async*fail@cell-3.ts:2:9", "fail Cell [3]:2:9"],
  ["others", "@cell-3.ts:2:9", " Cell [3]:2:9"],
  ["no place", "RangeError: 3@a:b", undefined],
];

for (const [engine, frame, located] of frames) {
  test(`locateFrame(frame, cells) of ${engine}: ${frame.trim()}`, () => {
    const found = locateFrame(frame, cells);
    const of = found?.library === undefined ? "" : ` of ${found.library}`;
    const place = of === " of convlab" ? "…" : found?.place;
    assert.equal(found && `${found.name} ${place}${of}`, located);
  });
}
