import * as jpeg from "jpeg-js";

/** The twin of `jpegLibrary.ts` in a browser. */
export function jpegLibrary(): typeof import("jpeg-js") {
  return jpeg;
}
