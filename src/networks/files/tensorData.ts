/** Numbers in row order, the last axis fastest. */
export interface TensorData {
  readonly shape: readonly number[];
  readonly data: Float32Array | BigInt64Array;
  /** What type the numbers had in the file, where they had to become `float32`. */
  readonly convertedFrom?: NumberType;
}

/** The types of numbers that files of weights hold, as safetensors calls them. */
export type NumberType =
  | "F64"
  | "F32"
  | "F16"
  | "BF16"
  | "I64"
  | "U64"
  | "I32"
  | "U32"
  | "I16"
  | "U16"
  | "I8"
  | "U8"
  | "BOOL";

/** How many bytes a number takes. */
export const bytesEach: Readonly<Record<NumberType, number>> = {
  F64: 8, F32: 4, F16: 2, BF16: 2, I64: 8, U64: 8, I32: 4, U32: 4, I16: 2, U16: 2, I8: 1, U8: 1, BOOL: 1,
}; // biome-ignore format: a list

/** How one number is read, lowest byte first. */
const readers: Readonly<Record<NumberType, (view: DataView, at: number) => number>> = {
  F64: (view, at) => view.getFloat64(at, true),
  F32: (view, at) => view.getFloat32(at, true),
  F16: (view, at) => half(view.getUint16(at, true)),
  BF16: (view, at) => brainFloat(view.getUint16(at, true)),
  I64: (view, at) => Number(view.getBigInt64(at, true)),
  U64: (view, at) => Number(view.getBigUint64(at, true)),
  I32: (view, at) => view.getInt32(at, true),
  U32: (view, at) => view.getUint32(at, true),
  I16: (view, at) => view.getInt16(at, true),
  U16: (view, at) => view.getUint16(at, true),
  I8: (view, at) => view.getInt8(at),
  U8: (view, at) => view.getUint8(at),
  BOOL: (view, at) => Number(view.getUint8(at) !== 0),
};

/** Reads entries of one type by their index, as JavaScript's numbers. */
export function entryReader(view: DataView, type: NumberType): (index: number) => number {
  const [read, size] = [readers[type], bytesEach[type]];
  return (index) => read(view, size * index);
}

export function isNumberType(name: unknown): name is NumberType {
  return typeof name === "string" && Object.hasOwn(bytesEach, name);
}

/** The note that numbers were converted, for those that were. */
export function converted(type: NumberType): { convertedFrom?: NumberType } {
  return type === "F32" ? {} : { convertedFrom: type };
}

/** IEEE 754 in 16 bits: a sign, 5 bits of exponent, 10 of fraction. */
function half(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 31;
  const fraction = bits & 1023;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 31) return fraction ? Number.NaN : sign * Number.POSITIVE_INFINITY;
  return sign * (1024 + fraction) * 2 ** (exponent - 25);
}

const cell = new DataView(new ArrayBuffer(4));

/** The upper half of a `float32`. */
function brainFloat(bits: number): number {
  cell.setUint32(0, bits * 0x10000);
  return cell.getFloat32(0);
}
