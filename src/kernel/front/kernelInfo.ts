import { createRequire } from "node:module";
import type { Language } from "../compile/configuration.js";
import { kernelVersion } from "../version.js";
import type { KernelInfo } from "../wire/handlers.js";

const handbook = { text: "TypeScript handbook", url: "https://www.typescriptlang.org/docs/handbook/" };
const guide = {
  text: "JavaScript guide",
  url: "https://developer.mozilla.org/docs/Web/JavaScript/Guide",
};

/** What this kernel is, for front ends. */
export function kernelInfo(language: Language): KernelInfo {
  const javascript = language === "javascript";
  const { version } = createRequire(import.meta.url)("typescript/package.json") as { version: string };
  return {
    implementation: "convlab",
    implementation_version: kernelVersion,
    language_info: {
      name: language,
      version: javascript ? process.versions.node : version,
      mimetype: `text/${language}`,
      file_extension: javascript ? ".js" : ".ts",
      codemirror_mode: language,
      pygments_lexer: language,
    },
    banner: `convlab ${kernelVersion}: ${javascript ? "JavaScript" : `TypeScript ${version}`} on Node ${process.versions.node}`,
    debugger: true,
    help_links: [javascript ? guide : handbook],
    supported_features: ["debugger", "kernel subshells"],
  };
}
