import { isWhole } from "../../arithmetic/whole.js";
import { longestHeader, type Safetensors } from "./safetensors.js";

/**
 * The bytes of a safetensors file: a length, a header of JSON, then all numbers, lowest byte first. Numbers are written as
 * `F32`, also those that were converted from another type.
 *
 * @throws {TypeError} if what is given is no tensors by name, or the numbers are not in a `Float32Array`
 * @throws {RangeError} if a shape does not fit its numbers, or a name is the format's own
 * @example
 * const tensors = new Map([["bias", { shape: [2], data: Float32Array.of(0.5, 2) }]]);
 * readSafetensors(writeSafetensors({ tensors, metadata: {} })).tensors.get("bias")?.data // [0.5, 2]
 */
export function writeSafetensors(safetensors: Safetensors): Uint8Array {
  const { tensors, metadata } = safetensors ?? {}; // without: refused below
  check(tensors, metadata);
  let end = 0;
  const entries = [...tensors].map(([name, { shape, data }]) => {
    const start = end;
    end += data.byteLength;
    return [name, { dtype: "F32", shape, data_offsets: [start, end] }] as const;
  });
  const text = JSON.stringify({ __metadata__: metadata ?? {}, ...Object.fromEntries(entries) });
  // Spaces at the end bring the numbers to a multiple of eight bytes.
  const head = new TextEncoder().encode(text);
  const length = Math.ceil(head.length / 8) * 8;
  if (length > longestHeader)
    throw new RangeError(`${cannot} a header of ${length} bytes. Use fewer or shorter names.`);
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

const cannot = "Cannot write safetensors:";
const kindOf = (value: unknown) => Object.prototype.toString.call(value).slice(8, -1);

/** Whatever could not be read back is refused here, and not found out when the weights are needed. */
function check(tensors: unknown, metadata: unknown): void {
  if (kindOf(tensors) !== "Map")
    throw new TypeError(`${cannot} the tensors are no Map. Give a Map from names to { shape, data }.`);
  for (const [name, tensor] of tensors as Map<unknown, unknown>) {
    if (typeof name !== "string" || name === "__metadata__") {
      throw new RangeError(
        `${cannot} a tensor cannot be called ${String(name)}. Give it another name, a text.`,
      );
    }
    const { shape, data } = (tensor ?? {}) as { shape?: unknown; data?: unknown };
    if (kindOf(data) !== "Float32Array") {
      throw new TypeError(
        `${cannot} ${name} has its numbers in something of type ${kindOf(data)}. Give a Float32Array, such as Float32Array.from(data, Number).`,
      );
    }
    const fits =
      Array.isArray(shape) &&
      shape.every((side) => isWhole(side, { from: 0 })) &&
      shape.reduce((product, side) => product * side, 1) === (data as Float32Array).length;
    if (!fits) {
      const shown = Array.isArray(shape) ? `[${shape}]` : String(shape);
      throw new RangeError(
        `${cannot} ${name} has ${(data as Float32Array).length} numbers and the shape ${shown}. Their product must be their count.`,
      );
    }
  }
  const texts = Object.values(metadata ?? {});
  if (kindOf(metadata ?? {}) !== "Object" || !texts.every((text) => typeof text === "string")) {
    throw new TypeError(`${cannot} the metadata is not text by name. Turn its values into texts.`);
  }
}
