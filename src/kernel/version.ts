import { readFileSync } from "node:fs";

const manifest = new URL("../../package.json", import.meta.url);

/** The version of this package, which the kernel is a part of. */
export const kernelVersion = (JSON.parse(readFileSync(manifest, "utf8")) as { version: string }).version;
