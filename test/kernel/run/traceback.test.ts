import assert from "node:assert/strict";
import { test } from "node:test";
import { noteAwait } from "../../../src/kernel/run/awaited.js";
import type { Cells } from "../../../src/kernel/run/frames.js";
import { placeIn } from "../../../src/kernel/run/places.js";
import { errorOf } from "../../../src/kernel/run/traceback.js";

const source = "first()\nsecond()\nthird()";
const cells: Cells = {
  locate: (file, line, column) => {
    const cell = /^cell-(\d+)\.ts$/.exec(file)?.[1];
    return cell === undefined ? undefined : placeIn(`Cell [${cell}]`, source, { line, column });
  },
  awaited: (file, at) => cells.locate(file, at, 1),
};

const engines: Record<string, (name: string, place: string) => string> = {
  V8: (name, place) => (name === "" ? `    at ${place}` : `    at ${name} (${place})`),
  SpiderMonkey: (name, place) => `${name}@${place}`,
};

/** An error that came this way, nearest first; `await` stands where a cell awaited it. */
type Way = readonly (readonly [name: string, place: string])[];

function errorFrom(way: Way, frame: (name: string, place: string) => string, more: ErrorOptions = {}): Error {
  const error = new RangeError("no", more);
  const stack = way.filter(([name]) => name !== "await").map(([name, place]) => frame(name, place));
  Object.defineProperty(error, "stack", { value: ["RangeError: no", ...stack].join("\n") });
  for (const [name, place] of way)
    if (name === "await") noteAwait(error, place.replace(/:.*/, ""), Number(place.split(":")[1]));
  return error;
}

function linesOf(error: unknown): string[] {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are such characters
  return errorOf(error, cells).traceback.map((line) => line.replace(/\u001b\[\d+m/g, "").trimEnd());
}

const core = "/x/node_modules/@tensorflow/tfjs-core/dist/core.js:5:7";
const node = "/x/node_modules/@tensorflow/tfjs-node/dist/node.js:5:7";
const kernel = "node:internal/process/task_queues:95:5";

const ways: readonly [title: string, way: Way, told: string[]][] = [
  ["a cell", [["", "cell-3.ts:2:1"]], ["    at Cell [3]:2:1", "      second()", "      ^"]],
  [
    "a library, called by a function of an earlier cell",
    [
      ["conv2d", core],
      ["run", core],
      ["help", "cell-1.ts:1:1"],
      ["", "cell-3.ts:3:1"],
    ],
    [
      "    at help (Cell [1]:1:1)",
      "      first()",
      "      ^",
      "    at Cell [3]:3:1",
      "    … 2 frames in @tensorflow/tfjs-core",
    ],
  ],
  [
    "libraries before and after a function that they call",
    [
      ["run", node],
      ["inner", "cell-3.ts:2:1"],
      ["tidy", core],
      ["run", node],
      ["", "cell-3.ts:1:1"],
    ],
    [
      "    at inner (Cell [3]:2:1)",
      "      second()",
      "      ^",
      "    at Cell [3]:1:1",
      "    … 2 frames in @tensorflow/tfjs-node, 1 in @tensorflow/tfjs-core",
    ],
  ],
  [
    "a module of the reader's own",
    [
      ["conv2d", core],
      ["help", "/notes/help.mjs:4:2"],
      ["", "cell-3.ts:2:1"],
    ],
    [
      "    at help (/notes/help.mjs:4:2)",
      "    at Cell [3]:2:1",
      "      second()",
      "      ^",
      "    … 1 frame in @tensorflow/tfjs-core",
    ],
  ],
  [
    "a library later on, awaited in two cells",
    [
      ["load", node],
      ["", kernel],
      ["await", "cell-1.ts:2"],
      ["await", "cell-3.ts:3"],
    ],
    [
      "    at Cell [1]:2:1",
      "      second()",
      "      ^",
      "    at Cell [3]:3:1",
      "    … 1 frame in @tensorflow/tfjs-node",
    ],
  ],
  [
    "an await whose call the stack tells",
    [
      ["fit", core],
      ["", "cell-3.ts:2:5"],
      ["await", "cell-3.ts:2"],
      ["await", "cell-3.ts:2"],
    ],
    ["    at Cell [3]:2:5", "      second()", "          ^", "    … 1 frame in @tensorflow/tfjs-core"],
  ],
  [
    "nowhere near a cell",
    [
      ["one", core],
      ["two", core],
      ["three", node],
      ["four", node],
      ["five", core],
    ],
    [
      `    at one (${core})`,
      `    at two (${core})`,
      `    at three (${node})`,
      "    … 1 frame in @tensorflow/tfjs-node, 1 in @tensorflow/tfjs-core",
    ],
  ],
  ["the system", [], []],
];

for (const [engine, frame] of Object.entries(engines)) {
  for (const [title, way, told] of ways) {
    test(`errorOf(thrown, cells) of ${title}, by ${engine}: the reader's lines first`, () => {
      assert.deepEqual(linesOf(errorFrom(way, frame)), ["RangeError: no", ...told]);
    });
  }
}

test("errorOf(thrown, cells) quotes one line of a cell, in a cause where the error has none", () => {
  const frame = engines.V8 as (name: string, place: string) => string;
  const cause = errorFrom(
    [
      ["conv2d", core],
      ["", "cell-3.ts:2:1"],
    ],
    frame,
  );
  const told = [
    "  caused by: RangeError: no",
    "      at Cell [3]:2:1",
    "        second()",
    "        ^",
    "      … 1 frame in @tensorflow/tfjs-core",
  ];
  assert.deepEqual(linesOf(errorFrom([], frame, { cause })), ["RangeError: no", ...told]);
  assert.deepEqual(linesOf(errorFrom([["", "cell-1.ts:1:1"]], frame, { cause })), [
    ...["RangeError: no", "    at Cell [1]:1:1", "      first()", "      ^"],
    ...told.filter((_, at) => at !== 2 && at !== 3),
  ]);
});

test("an error awaited again and again keeps a number of places", () => {
  const error = new Error("again");
  Object.defineProperty(error, "stack", { value: "Error: again" });
  for (let at = 1; at < 1000; at++) noteAwait(error, `cell-${at}.ts`, 1);
  assert.ok(linesOf(error).length < 60);
});
