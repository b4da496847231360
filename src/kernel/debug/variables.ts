import type { DebugProtocol } from "@vscode/debugprotocol";
import { isTensor, type TensorLike } from "../../notebook/tensor.js";
import { inspect, types } from "../run/inspection.js";
import { attempt } from "../run/result.js";

/** A name and its value, or what stands for a value that cannot be read. */
export type Entry = readonly [name: string, value: unknown];

/** What has members: they are listed when somebody asks. */
type Container = () => readonly DebugProtocol.Variable[];

/** Members of a list are shown in stretches of this many. */
const stretch = 100;

/** The most members of an object that are listed. */
const most = 500;

const brief = {
  depth: 1,
  breakLength: Number.POSITIVE_INFINITY,
  compact: true,
  maxArrayLength: 8,
  maxStringLength: 200,
};

/** The longest value, in UTF-16 units. */
const longest = 300;

/** What a getter stands for: reading it may do something. */
const getter = { [inspect.custom]: () => "[Getter]" };

/** Values as a debugger lists them, level by level: each with a reference to what it holds. References hold until `forget`. */
export class Variables {
  readonly #containers = new Map<number, Container>();
  #count = 0;

  forget(): void {
    this.#containers.clear();
  }

  /** A reference to these entries. */
  hold(entries: readonly Entry[]): number {
    return this.#hold(() => this.#listed(entries));
  }

  /** What a reference holds; nothing where it holds no longer. */
  list(reference: number): readonly DebugProtocol.Variable[] {
    return this.#containers.get(reference)?.() ?? [];
  }

  /** One value. It has no type of its own: front ends show that in the place of the value. */
  describe(name: string, value: unknown): DebugProtocol.Variable {
    const members = attempt(() => this.#membersOf(value));
    const variablesReference = members === undefined ? 0 : this.#hold(members);
    return { name, value: briefly(value), variablesReference };
  }

  #hold(container: Container): number {
    this.#containers.set(++this.#count, container);
    return this.#count;
  }

  #listed(entries: readonly Entry[]): DebugProtocol.Variable[] {
    return entries.map(([name, value]) => ({ ...this.describe(name, value), evaluateName: name }));
  }

  #membersOf(value: unknown): Container | undefined {
    if (typeof value !== "object" || value === null || types.isProxy(value)) return undefined;
    if (isTensor(value)) return value.isDisposed === true ? undefined : () => this.#tensor(value);
    if (Array.isArray(value) || (ArrayBuffer.isView(value) && !(value instanceof DataView)))
      return (value as ArrayLike<unknown>).length === 0
        ? undefined
        : () => this.#elements(value as ArrayLike<unknown>);
    const entries = entriesOf(value);
    return entries.length === 0 ? undefined : () => this.#members(entries);
  }

  #members(entries: readonly Entry[]): DebugProtocol.Variable[] {
    const shown = entries.slice(0, most).map(([name, value]) => this.describe(name, value));
    const rest = entries.length - shown.length;
    return rest === 0 ? shown : [...shown, { name: "…", value: `${rest} more`, variablesReference: 0 }];
  }

  /** The members of a list; of a long one, stretches of it, and stretches of those. */
  #elements(values: ArrayLike<unknown>, from = 0, to = values.length): DebugProtocol.Variable[] {
    let width = 1;
    while (width * stretch < to - from) width *= stretch;
    const found: DebugProtocol.Variable[] = [];
    for (let at = from; at < to; at += width) {
      if (width === 1) found.push(this.describe(String(at), values[at]));
      else found.push(this.#stretch(values, at, Math.min(to, at + width)));
    }
    return found;
  }

  #stretch(values: ArrayLike<unknown>, from: number, to: number): DebugProtocol.Variable {
    const variablesReference = this.#hold(() => this.#elements(values, from, to));
    const value = briefly(Array.prototype.slice.call(values, from, Math.min(to, from + 10)));
    return { name: `${from} … ${to - 1}`, value, variablesReference };
  }

  #tensor(tensor: TensorLike): DebugProtocol.Variable[] {
    const { dtype, shape } = tensor;
    const values = rowsOf(tensor.dataSync(), shape, 0);
    const rows = Array.isArray(values) ? this.#elements(values) : [this.describe("value", values)];
    return [this.describe("dtype", dtype), this.describe("shape", shape), ...rows];
  }
}

/** A value in one line. */
export function briefly(value: unknown): string {
  const text = attempt(() => (isTensor(value) ? tensorBriefly(value) : inspect(value, brief)));
  const line = (text ?? "a value that throws when it is looked at").replace(/\s*\n\s*/g, " ");
  return line.length > longest ? `${line.slice(0, longest)} …` : line;
}

function tensorBriefly(tensor: TensorLike): string {
  const head = `tensor ${tensor.dtype} [${tensor.shape.join(", ")}]`;
  if (tensor.isDisposed === true) return `${head}, disposed of`;
  return `${head} ${inspect(rowsOf(tensor.dataSync(), tensor.shape, 0), { ...brief, depth: 4 })}`;
}

/** The numbers of a tensor as lists within lists, as many as its shape says. A long one is not taken apart at once. */
function rowsOf(data: ArrayLike<number | string>, shape: readonly number[], offset: number): unknown {
  const [length, ...inner] = shape;
  if (length === undefined) return data[offset];
  const size = inner.reduce((product, next) => product * next, 1);
  if (inner.length === 0) return Array.prototype.slice.call(data, offset, offset + length);
  return Array.from({ length }, (_, row) => rowsOf(data, inner, offset + row * size));
}

/** The members of an object that tell what it is: its own, entries of maps and sets, and what an error says. */
function entriesOf(value: object): Entry[] {
  if (value instanceof Map) return [...value].map(([key, each]) => [briefly(key), each]);
  if (value instanceof Set) return [...value].map((each, at) => [String(at), each]);
  const told = types.isNativeError(value) ? ["message", "stack"] : [];
  const keys = [...told, ...Reflect.ownKeys(value).filter((key) => !told.includes(key as string))];
  return keys.flatMap((key): Entry[] => {
    const found = Object.getOwnPropertyDescriptor(value, key);
    if (found === undefined || (!found.enumerable && !told.includes(key as string))) return [];
    return [[String(key), "value" in found ? found.value : getter]];
  });
}
