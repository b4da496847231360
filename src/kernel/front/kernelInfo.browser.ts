import type { Language } from "../compile/configuration.js";
import { kernelVersion } from "../version.js";
import type { KernelInfo } from "../wire/handlers.js";

// Written in when the page is built.
declare const TYPESCRIPT_VERSION: string;

/** What this kernel is, for front ends. */
export function kernelInfo(language: Language): KernelInfo {
  return {
    implementation: "convlab",
    implementation_version: kernelVersion,
    language_info: {
      name: language,
      version: TYPESCRIPT_VERSION,
      mimetype: `text/${language}`,
      file_extension: ".ts",
      codemirror_mode: language,
      pygments_lexer: language,
    },
    banner: `convlab ${kernelVersion}: TypeScript ${TYPESCRIPT_VERSION} in the browser`,
    help_links: [{ text: "TypeScript handbook", url: "https://www.typescriptlang.org/docs/handbook/" }],
  };
}
