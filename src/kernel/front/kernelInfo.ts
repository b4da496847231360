import { createRequire } from "node:module";
import { kernelVersion } from "../version.js";
import type { KernelInfo } from "../wire/handlers.js";

/** What this kernel is, for front ends. */
export function kernelInfo(): KernelInfo {
  const { version } = createRequire(import.meta.url)("typescript/package.json") as { version: string };
  return {
    implementation: "convlab",
    implementation_version: kernelVersion,
    language_info: {
      name: "typescript",
      version,
      mimetype: "text/typescript",
      file_extension: ".ts",
      codemirror_mode: "typescript",
      pygments_lexer: "typescript",
    },
    banner: `convlab ${kernelVersion}: TypeScript ${version} on Node ${process.versions.node}`,
    help_links: [{ text: "TypeScript handbook", url: "https://www.typescriptlang.org/docs/handbook/" }],
  };
}
