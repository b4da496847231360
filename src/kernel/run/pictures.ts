import { base64 } from "../../platform/base64.js";
import type { Shown } from "./forms.js";

const signatures: readonly (readonly [type: string, ...bytes: (number | undefined)[]])[] = [
  ["image/png", 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  ["image/jpeg", 0xff, 0xd8, 0xff],
  ["image/gif", 0x47, 0x49, 0x46, 0x38],
  ["image/webp", 0x52, 0x49, 0x46, 0x46, ...Array<undefined>(4), 0x57, 0x45, 0x42, 0x50],
];

/** The bytes of a picture file, or a blob of them, as the picture. */
export function bytesForm(value: object): Shown | undefined | Promise<Shown | undefined> {
  if (value instanceof Uint8Array) return pictureOf(value);
  if (!(value instanceof Blob) || !value.type.startsWith("image/")) return undefined;
  return value.arrayBuffer().then((buffer) => pictureOf(new Uint8Array(buffer)));
}

function pictureOf(bytes: Uint8Array): Shown | undefined {
  const type = signatures.find(([, ...start]) =>
    start.every((byte, at) => byte === undefined || bytes[at] === byte),
  )?.[0];
  if (type === undefined) return undefined;
  return { data: { [type]: base64(bytes), "text/plain": `${type}, ${bytes.length} bytes` }, metadata: {} };
}

/** A canvas of any library, known by its size and by `toDataURL`, as the picture that it holds. */
export function canvasForm(value: object): Shown | undefined | Promise<Shown | undefined> {
  const canvas = value as { width?: unknown; height?: unknown; toDataURL?: (type: string) => unknown };
  const { width, height } = canvas;
  if (typeof canvas.toDataURL !== "function" || typeof width !== "number" || typeof height !== "number")
    return undefined;
  const picture = (url: unknown): Shown | undefined => {
    const [, type, base64] = /^data:(image\/[\w.+-]+);base64,(.+)$/s.exec(String(url)) ?? [];
    if (type === undefined) return undefined;
    return {
      data: { [type]: base64, "text/plain": `canvas, ${width} x ${height} pixels` },
      metadata: { [type]: { width, height } },
    };
  };
  const url = canvas.toDataURL("image/png");
  return url instanceof Promise ? url.then(picture) : picture(url);
}
