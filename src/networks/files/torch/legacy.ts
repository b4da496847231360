import { bytesEach } from "../tensorData.js";
import { ByteReader, refusal } from "./bytes.js";
import { readPickle } from "./pickle.js";
import type { PickleValue, Storage } from "./pickleValues.js";
import type { Saved } from "./stateDict.js";

/** What the first two pickles hold, after `torch.serialization`. */
const magic = 0x1950a86a20f9469cfc6cn;
const protocol = 1001;

/**
 * The form of `torch.save` before PyTorch 1.6: four pickles one after the other (a magic number, a version, what machine it
 * was, the tensors' names and places), a list of storages, then the numbers.
 */
export function readLegacyForm(bytes: Uint8Array): Saved {
  const reader = new ByteReader(bytes);
  if (readPickle(reader).value !== magic) throw refusal("it does not begin with PyTorch's magic number");
  if (readPickle(reader).value !== protocol) throw refusal(`its version is not ${protocol}`);
  const machine = readPickle(reader).value;
  if (!(machine instanceof Map) || machine.get("little_endian") !== true) {
    throw refusal("its numbers are not written lowest byte first");
  }
  const { value, storages } = readPickle(reader);
  return {
    value,
    open() {
      const listed = inOrder(storages, readPickle(reader).value);
      const data = new Map(listed.map((storage) => [storage.key, numbersOf(reader, storage)]));
      if (reader.left > 0) throw reader.refuse(`${reader.left} bytes follow after the last number`);
      return ({ key }) => data.get(key) as DataView;
    },
  };
}

/** The storages in the order in which their numbers follow. Each must be listed, once, and none besides. */
function inOrder(known: ReadonlyMap<string, Storage>, keys: PickleValue): Storage[] {
  if (!Array.isArray(keys) || new Set(keys).size !== keys.length || keys.length !== known.size) {
    throw refusal("its list of storages is not that of its tensors");
  }
  return keys.map((key) => {
    const storage = typeof key === "string" ? known.get(key) : undefined;
    if (storage === undefined)
      throw refusal(`its list names the storage ${String(key)}, which no tensor uses`);
    return storage;
  });
}

function numbersOf(reader: ByteReader, { key, type, length }: Storage): DataView {
  const stated = reader.take(8, `storage ${key}`).getBigInt64(0, true);
  if (stated !== BigInt(length)) throw reader.refuse(`storage ${key} has ${stated} numbers, not ${length}`);
  return reader.take(length * bytesEach[type], `storage ${key}`);
}
