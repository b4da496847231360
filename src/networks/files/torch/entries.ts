import { isWhole } from "../../../arithmetic/whole.js";
import { converted, entryReader, type TensorData } from "../tensorData.js";
import { refusal } from "./bytes.js";
import type { TensorView } from "./pickleValues.js";

/** A tensor's numbers taken out of its storage, put into row order. Whole numbers of 64 bits stay such; others become `float32`. */
export function entriesOf(name: string, view: TensorView, bytes: DataView): TensorData {
  const { shape, strides, offset, storage } = view;
  const count = shape.reduce((product, length) => product * length, 1);
  const last = shape.reduce((sum, length, axis) => sum + (length - 1) * (strides[axis] ?? 0), offset);
  if (!isWhole(count) || !isWhole(last) || (count > 0 && last >= storage.length)) {
    throw refusal(
      `${JSON.stringify(name)}, [${shape}], reaches beyond the ${storage.length} numbers of its storage`,
    );
  }
  const whole = storage.type === "I64";
  const data = whole ? new BigInt64Array(count) : new Float32Array(count);
  const read = entryReader(bytes, storage.type);
  const place = new Array<number>(shape.length).fill(0);
  let from = offset;
  for (let index = 0; index < count; index++) {
    if (data instanceof Float32Array) data[index] = read(from);
    else data[index] = bytes.getBigInt64(8 * from, true);
    // The next place in row order, and where its number is.
    for (let axis = shape.length - 1; axis >= 0; axis--) {
      const stride = strides[axis] ?? 0;
      place[axis] = (place[axis] ?? 0) + 1;
      from += stride;
      if ((place[axis] ?? 0) < (shape[axis] ?? 0)) break;
      from -= stride * (shape[axis] ?? 0);
      place[axis] = 0;
    }
  }
  return { shape: [...shape], data, ...(whole ? {} : converted(storage.type)) };
}
