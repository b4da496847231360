import { isWhole } from "../../arithmetic/whole.js";
import type { TensorData } from "./torch/tensorData.js";

/** A file of the safetensors format: `float32` tensors by name, and short texts about them. */
export interface Safetensors {
  readonly tensors: ReadonlyMap<string, TensorData & { readonly data: Float32Array }>;
  readonly metadata: Readonly<Record<string, string>>;
}

const wayOut = "Delete the file: it is made again from what was downloaded.";
const refuse = (problem: string, cause?: unknown) =>
  new Error(`Cannot read safetensors: ${problem}. ${wayOut}`, { cause });

/**
 * The bytes of a safetensors file: a length, a header of JSON, then all numbers, lowest byte first.
 *
 * @example
 * const tensors = new Map([["bias", { shape: [2], data: Float32Array.of(0.5, 2) }]]);
 * readSafetensors(writeSafetensors({ tensors, metadata: {} })).tensors.get("bias") // { shape: [2], data: [0.5, 2] }
 * @see https://github.com/huggingface/safetensors, the format
 */
export function writeSafetensors({ tensors, metadata }: Safetensors): Uint8Array {
  let end = 0;
  const entries = [...tensors].map(([name, { shape, data }]) => {
    const start = end;
    end += data.byteLength;
    return [name, { dtype: "F32", shape, data_offsets: [start, end] }] as const;
  });
  const text = JSON.stringify({ __metadata__: metadata, ...Object.fromEntries(entries) });
  // Spaces at the end bring the numbers to a multiple of eight bytes.
  const head = new TextEncoder().encode(text);
  const length = Math.ceil(head.length / 8) * 8;
  const bytes = new Uint8Array(8 + length + end).fill(0x20, 8, 8 + length);
  const view = new DataView(bytes.buffer);
  view.setBigUint64(0, BigInt(length), true);
  bytes.set(head, 8);
  let at = 8 + length;
  for (const { data } of tensors.values()) {
    for (let index = 0; index < data.length; index++)
      view.setFloat32(at + 4 * index, data[index] as number, true);
    at += data.byteLength;
  }
  return bytes;
}

/**
 * The tensors and texts of a safetensors file. Every number belongs to exactly one tensor, or the file is refused; other types
 * than `F32` are too.
 *
 * @throws {Error} if the bytes are no such file; the message says what is wrong
 * @example
 * const tensors = new Map([["bias", { shape: [2], data: Float32Array.of(0.5, 2) }]]);
 * readSafetensors(writeSafetensors({ tensors, metadata: { by: "hand" } })).metadata // { by: "hand" }
 * @see https://github.com/huggingface/safetensors, the format
 */
export function readSafetensors(bytes: Uint8Array): Safetensors {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = bytes.length < 8 ? -1 : Number(view.getBigUint64(0, true));
  if (length < 2 || length > 10_000_000 || length > bytes.length - 8) {
    throw refuse(`${bytes.length} bytes with a header of ${length} cannot be`);
  }
  let header: unknown;
  try {
    header = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(8, 8 + length)));
  } catch (cause) {
    throw refuse("its header is not JSON", cause);
  }
  if (typeof header !== "object" || header === null || Array.isArray(header))
    throw refuse("its header is no object");
  const { __metadata__: metadata = {}, ...entries } = header as Record<string, unknown>;
  const body = 8 + length;
  let end = 0;
  const tensors = new Map<string, { shape: readonly number[]; data: Float32Array }>();
  for (const { name, shape, offsets } of Object.entries(entries).map(checked).sort(inOrder)) {
    if (offsets[0] !== end) throw refuse(`before ${name} numbers are left over, or two tensors share some`);
    const size = shape.reduce((product, side) => product * side, 4);
    if (offsets[1] - offsets[0] !== size || body + offsets[1] > bytes.length) {
      throw refuse(`${name}, [${shape}], does not fit its ${offsets[1] - offsets[0]} bytes, or the file`);
    }
    end = offsets[1];
    const data = new Float32Array(size / 4);
    for (let index = 0; index < data.length; index++) {
      data[index] = view.getFloat32(body + offsets[0] + 4 * index, true);
    }
    tensors.set(name, { shape, data });
  }
  if (body + end !== bytes.length) throw refuse(`${bytes.length - body - end} bytes belong to no tensor`);
  return { tensors, metadata: textsIn(metadata) };
}

interface Entry {
  readonly name: string;
  readonly shape: readonly number[];
  readonly offsets: readonly [start: number, end: number];
}

const inOrder = (a: Entry, b: Entry) => a.offsets[0] - b.offsets[0] || a.offsets[1] - b.offsets[1];
const whole = (value: unknown): value is number => isWhole(value, { from: 0 });

function checked([name, entry]: [string, unknown]): Entry {
  const { dtype, shape, data_offsets: offsets } = (entry ?? {}) as Record<string, unknown>;
  if (dtype !== "F32") throw refuse(`${name} is of type ${String(dtype)}, not F32`);
  if (!Array.isArray(shape) || shape.length > 8 || !shape.every(whole)) throw refuse(`${name} has no shape`);
  if (!Array.isArray(offsets) || offsets.length !== 2 || !offsets.every(whole))
    throw refuse(`${name} has no place`);
  return { name, shape, offsets: [offsets[0] as number, offsets[1] as number] };
}

function textsIn(metadata: unknown): Record<string, string> {
  const texts = Object.entries(metadata ?? {});
  if (!texts.every(([, value]) => typeof value === "string")) throw refuse("its metadata is not text");
  return Object.fromEntries(texts) as Record<string, string>;
}
