import type { Model, SaveOptions } from "./jupyter.js";

/** The bytes of a file as JupyterLab's contents hold it. */
export function bytesOf(model: Pick<Model, "format" | "content">): Uint8Array {
  if (model.format === "base64") return fromBase64(String(model.content));
  const text = model.format === "json" ? JSON.stringify(model.content) : String(model.content ?? "");
  return new TextEncoder().encode(text);
}

/** What to save under a path for these bytes: notebooks as what they say, texts as text, the rest as base64. */
export function saveOptionsFor(path: string, bytes: Uint8Array): SaveOptions {
  if (path.endsWith(".ipynb")) {
    return { type: "notebook", format: "json", content: JSON.parse(new TextDecoder().decode(bytes)) };
  }
  if (/\.(txt|md|csv|tsv|ts|js|json|svg|html)$/i.test(path)) {
    return { type: "file", format: "text", content: new TextDecoder().decode(bytes) };
  }
  return { type: "file", format: "base64", content: toBase64(bytes) };
}

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
