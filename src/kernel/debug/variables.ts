import type { DebugProtocol } from "@vscode/debugprotocol";
import { isTensor, type TensorLike } from "../../notebook/tensor.js";
import { inspect, types } from "../run/inspection.js";
import { attempt } from "../run/result.js";
import { briefly } from "./briefly.js";
import { mayHavePrivates } from "./privates.js";
import { type Rows, rowsOf } from "./tensorRows.js";

/** A name and its value, or what stands for a value that cannot be read. */
export type Entry = readonly [name: string, value: unknown];

/** What has members: they are listed when somebody asks. */
type Container = () => readonly DebugProtocol.Variable[];

/** Members of a list are shown in stretches of this many. */
const stretch = 100;

/** The most members of an object that are listed. */
const most = 500;

/** What a getter stands for: reading it may do something. */
const getter = { [inspect.custom]: () => "[Getter]" };

/** Values as a debugger lists them, level by level: each with a reference to what it holds. References hold until `forget`. */
export class Variables {
  readonly #containers = new Map<number, Container>();
  /** Objects whose private fields only the inspector can read. */
  readonly #holders = new Map<number, object>();
  #count = 0;

  forget(): void {
    this.#containers.clear();
    this.#holders.clear();
  }

  /** A reference to these entries. */
  hold(entries: readonly Entry[]): number {
    return this.#hold(() => this.#listed(entries));
  }

  /** What a reference holds; nothing where it holds no longer. */
  list(reference: number): readonly DebugProtocol.Variable[] {
    return this.#containers.get(reference)?.() ?? [];
  }

  /** The object behind a reference that may have private fields. */
  holder(reference: number): object | undefined {
    return this.#holders.get(reference);
  }

  /** One value. It has no type of its own: front ends show that in the place of the value. */
  describe(name: string, value: unknown): DebugProtocol.Variable {
    const members = attempt(() => this.#membersOf(value));
    const variablesReference = members === undefined ? 0 : this.#hold(members);
    if (members !== undefined && attempt(() => mayHavePrivates(value as object)))
      this.#holders.set(variablesReference, value as object);
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
    if (isList(value))
      return value.length === 0
        ? undefined
        : () => this.#elements({ length: value.length, at: (index) => value[index] });
    const entries = entriesOf(value);
    return entries.length === 0 && !mayHavePrivates(value) ? undefined : () => this.#members(entries);
  }

  #members(entries: readonly Entry[]): DebugProtocol.Variable[] {
    const shown = entries.slice(0, most).map(([name, value]) => this.describe(name, value));
    const rest = entries.length - shown.length;
    return rest === 0 ? shown : [...shown, { name: "…", value: `${rest} more`, variablesReference: 0 }];
  }

  /** The members of a list; of a long one, stretches of it, and stretches of those. */
  #elements(values: Rows, from = 0, to = values.length): DebugProtocol.Variable[] {
    let width = 1;
    while (width * stretch < to - from) width *= stretch;
    const found: DebugProtocol.Variable[] = [];
    for (let at = from; at < to; at += width) {
      if (width === 1) found.push(this.describe(String(at), values.at(at)));
      else found.push(this.#stretch(values, at, Math.min(to, at + width)));
    }
    return found;
  }

  #stretch(values: Rows, from: number, to: number): DebugProtocol.Variable {
    const variablesReference = this.#hold(() => this.#elements(values, from, to));
    // Lists within the list are long.
    const shown = typeof values.at(from) === "object" ? 2 : 10;
    const first = Array.from({ length: Math.min(to - from, shown) }, (_, at) => values.at(from + at));
    const value = briefly(first);
    return { name: `${from} … ${to - 1}`, value, variablesReference };
  }

  #tensor(tensor: TensorLike): DebugProtocol.Variable[] {
    const { dtype, shape } = tensor;
    const data = tensor.dataSync();
    const values = rowsOf(tensor, data);
    const rows = values === undefined ? [this.describe("value", data[0])] : this.#elements(values);
    return [this.describe("dtype", dtype), this.describe("shape", shape), ...rows];
  }
}

function isList(value: object): value is ArrayLike<unknown> {
  return Array.isArray(value) || (ArrayBuffer.isView(value) && !(value instanceof DataView));
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
