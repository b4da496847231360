import { readFileSync } from "node:fs";

const address = new URL("../../../dist/lab/controls.js", import.meta.url);
let read: string | undefined;

/** The program that draws controls in the page, bundled from lab/controls; undefined where pages have nothing that runs it. */
export function pageProgram(): string | undefined {
  read ??= readFileSync(address, "utf8");
  return read;
}
