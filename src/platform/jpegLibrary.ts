import { createRequire } from "node:module";

const require = createRequire(import.meta.url);

/** The library for JPEG files, loaded when it is first needed. */
export function jpegLibrary(): typeof import("jpeg-js") {
  return require("jpeg-js");
}
