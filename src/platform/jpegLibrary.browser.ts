import { loadedJpeg } from "./loadedJpeg.js";

/** The twin of `jpegLibrary.ts` in a browser. */
export function jpegLibrary(): typeof import("jpeg-js") {
  return loadedJpeg();
}
