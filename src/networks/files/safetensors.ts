import { isWhole } from "../../arithmetic/whole.js";
import { bytesOf } from "../../images/bytesOf.js";
import {
  bytesEach,
  converted,
  entryReader,
  isNumberType,
  type NumberType,
  type TensorData,
} from "./tensorData.js";

/** A file of the safetensors format: `float32` tensors by name, and short texts about them. */
export interface Safetensors {
  readonly tensors: ReadonlyMap<string, TensorData & { readonly data: Float32Array }>;
  readonly metadata: Readonly<Record<string, string>>;
}

/** As the format says. */
export const longestHeader = 100_000_000;

const refuse = (
  problem: string,
  wayOut = "The file is damaged or cut off: get or write it once more.",
  cause?: unknown,
) => new Error(`Cannot read safetensors: ${problem}. ${wayOut}`, { cause });

/**
 * Reads such a file. Numbers of other types (`F64`, `F16`, `BF16`, integers, `BOOL`) become `float32`, and `convertedFrom` says
 * so: `F64` is rounded and may overflow to infinity, and integers beyond 2^24 are rounded; the other types fit exactly. Every
 * byte belongs to exactly one tensor, or the file is refused.
 *
 * @throws {Error} if the bytes are no such file, or of a type that is not read, such as `F8_E4M3`; the message says what is wrong
 * @example
 * const tensors = new Map([["bias", { shape: [2], data: Float32Array.of(0.5, 2) }]]);
 * readSafetensors(writeSafetensors({ tensors, metadata: { by: "hand" } })).metadata // { by: "hand" }
 * @see https://github.com/huggingface/safetensors, the format
 */
export function readSafetensors(file: Uint8Array | ArrayBuffer): Safetensors {
  const bytes = bytesOf(file, "read safetensors");
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = bytes.length < 8 ? -1 : Number(view.getBigUint64(0, true));
  if (length < 2 || length > longestHeader || length > bytes.length - 8) {
    throw refuse(`${bytes.length} bytes with a header of ${length} cannot be`);
  }
  const { __metadata__: metadata = {}, ...entries } = headerIn(bytes.subarray(8, 8 + length));
  const body = bytes.subarray(8 + length);
  let end = 0;
  const tensors = new Map<string, TensorData & { data: Float32Array }>();
  for (const { name, type, shape, offsets } of Object.entries(entries).map(checked).sort(inOrder)) {
    if (offsets[0] !== end) throw refuse(`before ${name} numbers are left over, or two tensors share some`);
    const size = shape.reduce((product, side) => product * side, bytesEach[type]);
    if (offsets[1] - offsets[0] !== size || offsets[1] > body.length) {
      throw refuse(
        `${name}, [${shape}] of ${type}, does not fit its ${offsets[1] - offsets[0]} bytes, or the file`,
      );
    }
    const part = new DataView(body.buffer, body.byteOffset + end, size);
    end = offsets[1];
    tensors.set(name, { shape, data: floats(part, type), ...converted(type) });
  }
  if (end !== body.length) throw refuse(`${body.length - end} bytes belong to no tensor`);
  return { tensors, metadata: textsIn(metadata) };
}

function headerIn(bytes: Uint8Array): Record<string, unknown> {
  let header: unknown;
  try {
    header = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (cause) {
    throw refuse("its header is not JSON", undefined, cause);
  }
  if (typeof header !== "object" || header === null || Array.isArray(header))
    throw refuse("its header is no object");
  return header as Record<string, unknown>;
}

function floats(view: DataView, type: NumberType): Float32Array {
  const read = entryReader(view, type);
  const data = new Float32Array(view.byteLength / bytesEach[type]);
  for (let index = 0; index < data.length; index++) data[index] = read(index);
  return data;
}

interface Entry {
  readonly name: string;
  readonly type: NumberType;
  readonly shape: readonly number[];
  readonly offsets: readonly [start: number, end: number];
}

const inOrder = (a: Entry, b: Entry) => a.offsets[0] - b.offsets[0] || a.offsets[1] - b.offsets[1];
const whole = (value: unknown): value is number => isWhole(value, { from: 0 });

function checked([name, entry]: [string, unknown]): Entry {
  const { dtype: type, shape, data_offsets: offsets } = (entry ?? {}) as Record<string, unknown>;
  if (!isNumberType(type)) {
    const known = Object.keys(bytesEach).join(", ");
    throw refuse(
      `${name} is of type ${String(type)}, which is none of ${known}`,
      "Save it as one of these, in Python by tensor.float().",
    );
  }
  if (!Array.isArray(shape) || !shape.every(whole)) throw refuse(`${name} has no shape`);
  if (!Array.isArray(offsets) || offsets.length !== 2 || !offsets.every(whole))
    throw refuse(`${name} has no place`);
  return { name, type, shape, offsets: [offsets[0] as number, offsets[1] as number] };
}

function textsIn(metadata: unknown): Record<string, string> {
  const texts = Object.entries(metadata ?? {});
  if (!texts.every(([, value]) => typeof value === "string")) throw refuse("its metadata is not text");
  return Object.fromEntries(texts) as Record<string, string>;
}
