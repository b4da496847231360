// What cells get for `import … from "tslab"`: the same functions, answered by this kernel.
import { kernelSymbol, type NotebookKernel } from "../../notebook/kernel.js";
import { base64 } from "../../platform/base64.js";
import { uuid } from "../../platform/uuid.js";
import ts from "../compile/typescript.cjs";
import { kernelVersion } from "../version.js";
import { platform } from "./platform.js";

/** The display functions of tslab. Binary forms take bytes, the others text. */
interface Display {
  javascript(text: string): void;
  html(text: string): void;
  markdown(text: string): void;
  latex(text: string): void;
  svg(text: string): void;
  png(bytes: Uint8Array): void;
  jpeg(bytes: Uint8Array): void;
  gif(bytes: Uint8Array): void;
  pdf(bytes: Uint8Array): void;
  text(text: string): void;
  raw(contentType: string, content: string | Uint8Array): void;
}

export const versions = { tslab: kernelVersion, typescript: ts.version, node: platform };

/** One output that each call replaces. */
export function newDisplay(): Display {
  const id = uuid();
  let shown = false;
  return displayBy((kernel, data) => {
    kernel.display({ data, metadata: {}, transient: { display_id: id } }, shown);
    shown = true;
  });
}

export const display: Display = displayBy((kernel, data) =>
  kernel.display({ data, metadata: {}, transient: {} }, false),
);

function displayBy(send: (kernel: NotebookKernel, data: Record<string, string>) => void): Display {
  const raw = (contentType: string, content: string | Uint8Array): void => {
    const kernel = (globalThis as { [kernelSymbol]?: NotebookKernel })[kernelSymbol];
    if (kernel === undefined) throw new Error("Cannot display: no kernel runs here.");
    const text = content instanceof Uint8Array ? base64(content) : content;
    send(kernel, { [contentType]: text });
  };
  return {
    javascript: (text) => raw("text/javascript", text),
    html: (text) => raw("text/html", text),
    markdown: (text) => raw("text/markdown", text),
    latex: (text) => raw("text/latex", text),
    svg: (text) => raw("image/svg+xml", text),
    png: (bytes) => raw("image/png", bytes),
    jpeg: (bytes) => raw("image/jpeg", bytes),
    gif: (bytes) => raw("image/gif", bytes),
    pdf: (bytes) => raw("application/pdf", bytes),
    text: (text) => raw("text/plain", text),
    raw,
  };
}
