/**
 * The bytes of a file, given as a `Uint8Array` (so a `Buffer`) or an `ArrayBuffer`, as `fetch` gives them; not copied.
 * Arrays of another window or worker are no `instanceof`, so it goes by the name.
 *
 * @throws {TypeError} if it is anything else, such as a path
 */
export function bytesOf(given: Uint8Array | ArrayBuffer, action: string): Uint8Array {
  const kind = Object.prototype.toString.call(given).slice(8, -1);
  if (kind === "Uint8Array" || kind === "Uint8ClampedArray") {
    const { buffer, byteOffset, byteLength } = given as Uint8Array;
    return new Uint8Array(buffer, byteOffset, byteLength);
  }
  if (kind === "ArrayBuffer" || kind === "SharedArrayBuffer") return new Uint8Array(given as ArrayBuffer);
  const what = kind === "String" ? "a text" : `something of type ${kind}`;
  throw new TypeError(
    `Cannot ${action}: it was given ${what}. Give the bytes of a file as a Uint8Array or ArrayBuffer, such as await readFile(path).`,
  );
}
