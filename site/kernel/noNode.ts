/** What stands for `node:module` where a file of the library still names it. */
export function createRequire(): never {
  throw new Error("Cannot load a module of Node: this is a page.");
}
