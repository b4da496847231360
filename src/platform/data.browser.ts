// The twin of `data.ts` in a browser.
import { download } from "./download.js";
import { keptData } from "./kept.js";

export function readData(path: string): Promise<Uint8Array> {
  return download(path);
}

export function readDataNow(path: string): Uint8Array {
  return keptData(path);
}
