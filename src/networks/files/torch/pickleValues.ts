import { isWhole } from "../../../arithmetic/whole.js";
import type { NumberType } from "../tensorData.js";
import { refusal } from "./bytes.js";

/** A name that a pickle refers to. It stands for nothing but itself: no code is looked up by it. */
export class PickleGlobal {
  constructor(readonly name: string) {}
}

/** One storage: a run of numbers of one type, whose bytes stand elsewhere in the file. */
export interface Storage {
  readonly key: string;
  readonly type: NumberType;
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

/** What a dictionary may have for keys: a list of parameters is told by number in the state of an optimizer. */
export type PickleKey = string | number;
export type PickleValue =
  | null
  | boolean
  | number
  | bigint
  | string
  | PickleValue[]
  | Map<PickleKey, PickleValue>
  | PickleGlobal
  | StorageReference
  | TensorView;

/** What a persistent id stands for. */
export class StorageReference {
  constructor(readonly storage: Storage) {}
}

/** The storage types that are known, and what their numbers are. */
const storageTypes = new Map<string, NumberType>([
  ["torch DoubleStorage", "F64"],
  ["torch FloatStorage", "F32"],
  ["torch HalfStorage", "F16"],
  ["torch BFloat16Storage", "BF16"],
  ["torch LongStorage", "I64"],
  ["torch IntStorage", "I32"],
  ["torch ShortStorage", "I16"],
  ["torch CharStorage", "I8"],
  ["torch ByteStorage", "U8"],
  ["torch BoolStorage", "BOOL"],
]);

type Call = (args: readonly PickleValue[]) => PickleValue;

/** What each known name makes of the arguments it is called with: plain values, whatever Python would make. */
const calls = new Map<string, Call>([
  ["collections OrderedDict", dictionary],
  ["collections Counter", dictionary],
  ["torch Size", ([sides = []]) => sides],
  ["torch device", ([name = ""]) => name],
  ["torch._utils _rebuild_tensor_v2", tensorFrom],
  ["torch._utils _rebuild_parameter", parameterFrom],
  ["torch._utils _rebuild_parameter_with_state", parameterFrom],
]);

/** Types of numbers, as checkpoints note them beside the weights. */
const typeNames = [
  "float64",
  "float32",
  "float16",
  "bfloat16",
  "int64",
  "int32",
  "int16",
  "int8",
  "uint8",
  "bool",
];

/** Every name that a pickle may mention. */
export const knownGlobals: readonly string[] = [
  ...calls.keys(),
  ...storageTypes.keys(),
  ...typeNames.map((name) => `torch ${name}`),
];

/** What a known name, called with arguments, stands for. */
export function called(callee: PickleValue, args: PickleValue): PickleValue {
  if (!(callee instanceof PickleGlobal) || !Array.isArray(args)) {
    throw refusal("its pickle calls something that is no name, or with something that is no tuple");
  }
  const call = calls.get(callee.name);
  if (call === undefined) throw refusal(`its pickle calls ${callee.name}`);
  return call(args);
}

function dictionary(args: readonly PickleValue[]): PickleValue {
  const [entries = new Map()] = args;
  if (args.length > 1 || !(entries instanceof Map))
    throw refusal("its pickle makes a dictionary of something else");
  return entries;
}

/** A parameter is its tensor; whether it learns, and what else Python knew of it, is passed over. */
function parameterFrom(args: readonly PickleValue[]): PickleValue {
  const [tensor] = args;
  if (!(tensor instanceof TensorView) || args.length < 3)
    throw refusal("a parameter is not described as one");
  return tensor;
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

/** The storage that a persistent id names: ("storage", type, key, device, length), and before 1.6 a view, of which there is none. */
export function storageFrom(id: PickleValue | undefined): StorageReference {
  const [word, type, key, device, length, view = null] = Array.isArray(id) ? id : [];
  const numbers = type instanceof PickleGlobal ? storageTypes.get(type.name) : undefined;
  if (
    word !== "storage" || numbers === undefined || typeof key !== "string" ||
    typeof device !== "string" || !isWhole(length, { from: 0 }) || view !== null
  ) {
    throw refusal("a storage is not described as one, or is a view of another");
  } // biome-ignore format: one condition a part
  return new StorageReference({ key, type: numbers, length });
}
