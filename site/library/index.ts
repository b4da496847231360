// The library in a browser, as the kernel's worker loads it.
import * as arithmetic from "../../dist/arithmetic/index.js";
import * as charts from "../../dist/charts/index.js";
import * as convlab from "../../dist/index.js";
import * as lessons from "../../dist/lessons/index.js";
import { showDownloads } from "../../dist/platform/download.js";
import { startBackend } from "./backend.js";
import { downloadBar } from "./downloadBar.js";
import { named } from "./named.js";

/** The packages that cells may import. */
export const modules: Readonly<
  Record<"convlab" | "convlab/lessons" | "convlab/arithmetic" | "convlab/charts", object>
> = {
  convlab: named(convlab),
  "convlab/lessons": named(lessons),
  "convlab/arithmetic": named(arithmetic),
  "convlab/charts": named(charts),
};

let started: Promise<void> | undefined;
let picturesStarted: Promise<void> | undefined;

/** Makes TensorFlow ready to compute. What failed may be tried again. */
export function start(): Promise<void> {
  started ??= begin().catch((error: unknown) => {
    started = undefined;
    throw error;
  });
  return started;
}

async function begin(): Promise<void> {
  showDownloads(downloadBar);
  await startBackend(new URL("./", import.meta.url).href);
}

/** Makes ready what draws pictures, and the few files that are read at once. */
export function startPictures(): Promise<void> {
  picturesStarted ??= import("./pictures.js")
    .then(({ startDrawing }) => startDrawing(new URL("./", import.meta.url)))
    .catch((error: unknown) => {
      picturesStarted = undefined;
      throw error;
    });
  return picturesStarted;
}
