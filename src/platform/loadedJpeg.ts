// What reads and writes JPEG in a browser comes with what draws. Nothing in Node asks for it.

type JpegLibrary = typeof import("jpeg-js");

let loaded: JpegLibrary | undefined;

/** Says that it is there. */
export function jpegReady(library: JpegLibrary): void {
  loaded = library;
}

/**
 * The library.
 *
 * @throws {Error} if it is not there yet
 */
export function loadedJpeg(): JpegLibrary {
  if (loaded !== undefined) return loaded;
  throw new Error("Cannot read or write a JPEG: what does it is not loaded yet. Run the cell again.");
}
