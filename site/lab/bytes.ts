import type { Model, SaveOptions } from "./drive.js";

/** The bytes of a file as JupyterLab's contents hold it. */
export function bytesOf(model: Pick<Model, "format" | "content">): Uint8Array {
  if (model.format === "base64") return fromBase64(String(model.content));
  const text = model.format === "json" ? JSON.stringify(model.content) : String(model.content ?? "");
  return new TextEncoder().encode(text);
}

/** What to save under a path for these bytes: notebooks as what they say, texts as text, the rest as base64. */
export function saveOptionsFor(path: string, bytes: Uint8Array): SaveOptions {
  const type = path.endsWith(".ipynb") ? "notebook" : "file";
  try {
    if (type === "notebook") return { type, format: "json", content: JSON.parse(exact.decode(bytes)) };
    if (texts.test(path)) return { type, format: "text", content: exact.decode(bytes) };
  } catch {
    // Not what its name says: kept byte for byte.
  }
  return { type, format: "base64", content: toBase64(bytes) };
}

const texts = /\.(txt|md|csv|tsv|ts|js|json|svg|html)$/i;
/** Refuses what is not UTF-8, and keeps a mark at the beginning. */
const exact = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}

function toBase64(bytes: Uint8Array): string {
  let binary = "";
  // In pieces: a call takes only so many arguments.
  for (let i = 0; i < bytes.length; i += 0x8000) {
    binary += String.fromCharCode(...bytes.subarray(i, i + 0x8000));
  }
  return btoa(binary);
}
