// The modules that the platform brings.
export { builtinModules, isBuiltin } from "node:module";

/** What they are a part of. */
export const platformName = `Node ${process.version}`;
