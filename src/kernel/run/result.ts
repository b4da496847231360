import { inspect } from "node:util";
import { isFigure, jupyterDisplay } from "../../charts/figure.js";
import { isTensor, tensorText } from "../../notebook/tensor.js";

/** A value in the forms that a front end can show. */
interface Shown {
  readonly data: Readonly<Record<string, unknown>>;
  readonly metadata: Readonly<Record<string, unknown>>;
}

/**
 * How a value is shown: by its own method `Symbol.for("Jupyter.display")` where it has one, pictures as pictures,
 * tensors with a preview, everything else as Node prints it. Undefined shows nothing.
 */
export async function shownOf(value: unknown): Promise<Shown | undefined> {
  if (value === undefined) return undefined;
  const own = displayMethod(value);
  if (own !== undefined) {
    const data = await own.call(value);
    if (isBundle(data)) return { data, metadata: isFigure(value) ? (value.metadata ?? {}) : {} };
  }
  const text = { "text/plain": textOf(value) };
  const picture = pictureType(value);
  if (picture === undefined) return { data: text, metadata: {} };
  const base64 = Buffer.from(value as Uint8Array).toString("base64");
  return {
    data: { [picture]: base64, "text/plain": `${picture}, ${(value as Uint8Array).length} bytes` },
    metadata: {},
  };
}

function displayMethod(value: unknown): ((this: unknown) => unknown) | undefined {
  if ((typeof value !== "object" && typeof value !== "function") || value === null) return undefined;
  const method = (value as { [jupyterDisplay]?: unknown })[jupyterDisplay];
  return typeof method === "function" ? (method as (this: unknown) => unknown) : undefined;
}

function isBundle(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A value as text. */
export function textOf(value: unknown): string {
  if (isTensor(value)) return tensorText(value);
  try {
    return inspect(value, { depth: 4, maxArrayLength: 100, maxStringLength: 10_000, breakLength: 100 });
  } catch (error) {
    return `a value that cannot be printed (${String(error)})`;
  }
}

const signatures = {
  "image/png": [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  "image/jpeg": [0xff, 0xd8, 0xff],
} as const;

function pictureType(value: unknown): string | undefined {
  if (!(value instanceof Uint8Array)) return undefined;
  return Object.entries(signatures).find(([, bytes]) => bytes.every((byte, at) => value[at] === byte))?.[0];
}
