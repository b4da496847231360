// The disk that types, packages and the reader's own modules are read from.
export { type Dirent, existsSync, readdirSync, readFileSync, type Stats, statSync } from "node:fs";
