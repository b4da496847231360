import { tmpdir } from "node:os";
import { join, sep } from "node:path";
import { murmur2 } from "./murmur2.js";

/**
 * How a front end finds the name by which this kernel knows a cell: prefix, hash of its text, suffix. No such file is written.
 * JupyterLab says `Cell [3]` in the place of a name with `ipykernel_` in it, and shows any other as it is.
 */
export const cellFiles = {
  prefix: join(tmpdir(), `convlab_ipykernel_${process.pid}`) + sep,
  suffix: ".ts",
  seed: 0xc70f6907,
};

/** The name of the cell with this text. */
export function cellFile(text: string): string {
  return `${cellFiles.prefix}${murmur2(text, cellFiles.seed)}${cellFiles.suffix}`;
}
