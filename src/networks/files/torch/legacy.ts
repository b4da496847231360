import { ByteReader, refusal } from "./bytes.js";
import { readPickle } from "./pickle.js";
import { type PickleValue, type Storage, storageTypes, TensorView } from "./pickleValues.js";
import { entriesOf, type TensorData } from "./tensorData.js";

export type { TensorData } from "./tensorData.js";

/** What the first two pickles hold, after `torch.serialization`. */
const magic = 0x1950a86a20f9469cfc6cn;
const protocol = 1001;

/**
 * The tensors of a file that `torch.save` wrote before PyTorch 1.6, by name, in the file's order; `float32` numbers as such, `int64`
 * as big integers. Such a file holds four pickles one after the other (a magic number, a version, what machine it was, the tensors'
 * names and places), a list of storages, then the numbers. Nothing of the file is executed. Everything it claims is held against what
 * is there, and what is not understood is refused.
 *
 * @throws {Error} if the bytes are no such file; the message names what is wrong and at which byte
 */
export function readTorchFile(bytes: Uint8Array): Map<string, TensorData> {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b)
    throw refusal("it is a ZIP archive, the form from PyTorch 1.6 on");
  const reader = new ByteReader(bytes);
  if (readPickle(reader) !== magic) throw refusal("it does not begin with PyTorch's magic number");
  if (readPickle(reader) !== protocol) throw refusal(`its version is not ${protocol}`);
  const machine = readPickle(reader);
  if (!(machine instanceof Map) || machine.get("little_endian") !== true) {
    throw refusal("its numbers are not written lowest byte first");
  }
  const views = viewsIn(readPickle(reader));
  const storages = storagesOf(views, readPickle(reader));
  const data = new Map(storages.map((storage) => [storage.key, numbersOf(reader, storage)]));
  if (reader.left > 0) throw reader.refuse(`${reader.left} bytes follow after the last number`);
  // A small file could name one storage a million times and so fill the memory.
  const total = storages.reduce((sum, { length }) => sum + length, 0);
  const wanted = [...views.values()].reduce((sum, view) => sum + sizeOf(view), 0);
  if (wanted > total) throw refusal(`its tensors have ${wanted} numbers in all and its storages ${total}`);
  return new Map(
    [...views].map(([name, view]) => [name, entriesOf(name, view, data.get(view.storage.key) as DataView)]),
  );
}

const sizeOf = ({ shape }: TensorView) => shape.reduce((product, length) => product * length, 1);

function viewsIn(value: PickleValue): Map<string, TensorView> {
  if (!(value instanceof Map)) throw refusal("it holds something else than tensors by name");
  const views = new Map<string, TensorView>();
  for (const [name, entry] of value) {
    if (!(entry instanceof TensorView)) throw refusal(`${JSON.stringify(name)} is not a tensor`);
    views.set(name, entry);
  }
  return views;
}

/** The storages in the order in which their numbers follow. Each tensor's must be listed, once, and none besides. */
function storagesOf(views: ReadonlyMap<string, TensorView>, keys: PickleValue): Storage[] {
  const known = new Map<string, Storage>();
  for (const { storage } of views.values()) {
    const before = known.get(storage.key) ?? storage;
    if (before.type !== storage.type || before.length !== storage.length) {
      throw refusal(`storage ${storage.key} is described in two ways`);
    }
    known.set(storage.key, storage);
  }
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
  return reader.take(length * storageTypes[type], `storage ${key}`);
}
