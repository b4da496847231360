import assert from "node:assert/strict";
import { test } from "node:test";
import { type Cells, locateFrame } from "../../../src/kernel/run/frames.js";

/** Every place in a cell is where it says; other files are none. */
const cells: Cells = {
  locate: (file, line, column) => {
    const cell = /^cell-(\d+)\.ts$/.exec(file)?.[1];
    return cell === undefined ? undefined : { place: `Cell [${cell}]:${line}:${column}` };
  },
};

const frames: [engine: string, frame: string, located: string | undefined][] = [
  ["V8", "    at fail (cell-3.ts:2:9)", "fail Cell [3]:2:9"],
  ["V8", "    at async fail (cell-3.ts:2:9)", "async fail Cell [3]:2:9"],
  ["V8", "    at new Point (cell-3.ts:2:9)", "new Point Cell [3]:2:9"],
  ["V8", "    at cell-3.ts:2:9", " Cell [3]:2:9"],
  ["V8", "    at __cell (cell-3.ts:2:9)", " Cell [3]:2:9"],
  ["V8 in a worker", "    at eval (cell-3.ts:2:9)", " Cell [3]:2:9"],
  ["V8", "    at node:internal/timers:1:2", undefined],
  ["others", "fail@cell-3.ts:2:9", "fail Cell [3]:2:9"],
  ["others", "async*fail@cell-3.ts:2:9", "fail Cell [3]:2:9"],
  ["others", "@cell-3.ts:2:9", " Cell [3]:2:9"],
  ["no place", "RangeError: 3@a:b", undefined],
];

for (const [engine, frame, located] of frames) {
  test(`locateFrame(frame, cells) of ${engine}: ${frame.trim()}`, () => {
    const found = locateFrame(frame, cells);
    assert.equal(found && `${found.name} ${found.place}`, located);
  });
}
