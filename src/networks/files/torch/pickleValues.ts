import { isWhole } from "../../../arithmetic/whole.js";
import { refusal } from "./bytes.js";

/** A name that a pickle refers to. It stands for nothing but itself: no code is looked up by it. */
export class PickleGlobal {
  constructor(readonly name: string) {}
}

/** One storage: a run of numbers of one type, whose bytes follow at the end of the file. */
export interface Storage {
  readonly key: string;
  readonly type: StorageType;
  readonly length: number;
}

/** A tensor as the pickle describes it: a view into a storage, all in numbers of entries. */
export class TensorView {
  constructor(
    readonly storage: Storage,
    readonly offset: number,
    readonly shape: readonly number[],
    readonly strides: readonly number[],
  ) {}
}

export type PickleValue =
  | null
  | boolean
  | number
  | bigint
  | string
  | PickleValue[]
  | Map<string, PickleValue>
  | PickleGlobal
  | StorageReference
  | TensorView;

/** What a persistent id stands for. */
class StorageReference {
  constructor(readonly storage: Storage) {}
}

/** Bytes an entry takes, by the storage types that are known. */
export const storageTypes = { "torch FloatStorage": 4, "torch LongStorage": 8 } as const;
type StorageType = keyof typeof storageTypes;

/** Every name that a pickle may mention. */
export const knownGlobals: readonly string[] = [
  "collections OrderedDict",
  "torch._utils _rebuild_tensor_v2",
  ...Object.keys(storageTypes),
];

/** What a known name, called with arguments, stands for: an empty ordered dictionary, or a tensor. */
export function called(callee: PickleValue, args: PickleValue): PickleValue {
  if (!(callee instanceof PickleGlobal) || !Array.isArray(args)) {
    throw refusal("its pickle calls something that is no name, or with something that is no tuple");
  }
  if (callee.name === "collections OrderedDict") {
    if (args.length > 0) throw refusal("its pickle makes a dictionary of something else");
    return new Map();
  }
  if (callee.name === "torch._utils _rebuild_tensor_v2") return tensorFrom(args);
  throw refusal(`its pickle calls ${callee.name}`);
}

function tensorFrom(args: readonly PickleValue[]): TensorView {
  const [reference, offset, shape, strides] = args;
  // The last two say whether a gradient is wanted, and hooks, of which there must be none.
  const hooks = args[5];
  const plain = args.length === 6 && typeof args[4] === "boolean" && hooks instanceof Map && hooks.size === 0;
  if (!(reference instanceof StorageReference) || !plain) throw refusal("a tensor is not described as one");
  const list = (value: PickleValue | undefined): value is number[] =>
    Array.isArray(value) && value.length <= 8 && value.every((length) => isWhole(length, { from: 0 }));
  if (!isWhole(offset, { from: 0 }) || !list(shape) || !list(strides) || shape.length !== strides.length) {
    throw refusal("a tensor's offset, shape or strides are not whole numbers, or do not match");
  }
  return new TensorView(reference.storage, offset, shape, strides);
}

/** The storage that a persistent id names: ("storage", type, key, device, length, nothing). */
export function storageFrom(id: PickleValue | undefined): StorageReference {
  const [word, type, key, device, length, view] = Array.isArray(id) ? id : [];
  if (
    word !== "storage" || !(type instanceof PickleGlobal) || !(type.name in storageTypes) || typeof key !== "string" ||
    typeof device !== "string" || !isWhole(length, { from: 0 }) || view !== null
  ) {
    throw refusal("a storage is not described as one, or is a view of another");
  } // biome-ignore format: one condition a part
  return new StorageReference({ key, type: type.name as StorageType, length });
}
