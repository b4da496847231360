// What a copy of a lesson was made from. Used by the reader's folder, by the build of the site and in its page.

/**
 * A cell of a notebook's file, as far as it matters here.
 *
 * @typedef {object} Cell
 * @property {string} cell_type
 * @property {string} [id]
 * @property {{ tags?: readonly string[], [name: string]: unknown }} metadata
 * @property {string | readonly string[]} source
 * @property {number | null} [execution_count]
 * @property {readonly { [name: string]: unknown }[]} [outputs]
 *
 * A notebook's file, as far as it matters here.
 *
 * @typedef {object} Notebook
 * @property {readonly Cell[]} cells
 * @property {{ convlab?: { browser?: { [name: string]: unknown }, edition?: string, [name: string]: unknown }, [name: string]: unknown }} metadata
 *
 * What stands in the way of a lesson: what the reader keeps under its name.
 *
 * @typedef {"none" | "same" | "unchanged" | "parted"} Standing
 */

/**
 * A mark of what a lesson says and computes: the kinds and sources of its cells, not their outputs. Whoever changes a
 * word changes the mark; whoever runs a cell does not.
 *
 * @param {Pick<Notebook, "cells">} notebook
 */
export function editionOf(notebook) {
  const texts = notebook.cells.map(({ cell_type, source }) => [
    cell_type,
    typeof source === "string" ? source : source.join(""),
  ]);
  return fnv(JSON.stringify(texts));
}

/**
 * How a kept copy stands to the lesson as it is now. The copy carries the mark of what it was made from: whether the
 * reader changed it shows when its own text has another mark. A copy without a mark was made before there were marks.
 *
 * @param {Pick<Notebook, "cells" | "metadata"> | undefined} kept
 * @param {string} now the lesson's mark
 * @returns {Standing}
 */
export function standing(kept, now) {
  if (kept === undefined) return "none";
  const began = kept.metadata.convlab?.edition;
  const text = editionOf(kept);
  if (began === now || text === now) return "same";
  return began === text ? "unchanged" : "parted";
}

/**
 * The FNV-1a hash of a text, 64 bits in hex: enough to see that it changed, and there in pages without `crypto.subtle`.
 *
 * @param {string} text
 */
function fnv(text) {
  let hash = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(text)) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  }
  return hash.toString(16).padStart(16, "0");
}
