// Used by the build and in the page: plain JavaScript, with its types beside it.

/**
 * A mark of what a lesson says and computes: the kinds and sources of its cells, not their outputs. Whoever changes a
 * word changes the mark; whoever runs a cell does not.
 *
 * @param {{ cells: readonly { cell_type: string, source: string | readonly string[] }[] }} notebook
 */
export function editionOf(notebook) {
  const texts = notebook.cells.map(({ cell_type, source }) => [
    cell_type,
    typeof source === "string" ? source : source.join(""),
  ]);
  return fnv(JSON.stringify(texts));
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
