// `node:util` in a browser, as far as it is used.
export { format, formatWithOptions, inspect } from "node-inspect-extracted";
