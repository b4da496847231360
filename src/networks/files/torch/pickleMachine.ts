import type { ByteReader } from "./bytes.js";
import type { PickleKey, PickleValue, Storage, StorageReference } from "./pickleValues.js";

/** More than any list of weights needs; a hostile file cannot fill the memory with less than it is long itself. */
const mostValues = 1_000_000;

/** The stack, the marks on it and the values kept aside, while a pickle is read. */
export class Machine {
  readonly #stack: PickleValue[] = [];
  readonly #marks: number[] = [];
  readonly #memo = new Map<number, PickleValue>();
  readonly storages = new Map<string, Storage>();
  #values = 0;

  constructor(readonly reader: ByteReader) {}

  push(value: PickleValue): void {
    if (++this.#values > mostValues)
      throw this.reader.refuse(`its pickle makes more than ${mostValues} values`);
    this.#stack.push(value);
  }

  pop(): PickleValue {
    if (this.#stack.length <= (this.#marks.at(-1) ?? 0)) {
      throw this.reader.refuse("its pickle takes a value from where there is none");
    }
    return this.#stack.pop() as PickleValue;
  }

  /** The value on top, which stays there. */
  top(): PickleValue {
    const value = this.pop();
    this.#stack.push(value);
    return value;
  }

  mark(): void {
    if (this.#marks.length === 1000) throw this.reader.refuse("its pickle is nested too deep");
    this.#marks.push(this.#stack.length);
  }

  /** Everything above the last mark, which is taken away. */
  sinceMark(): PickleValue[] {
    const start = this.#marks.pop();
    if (start === undefined) throw this.reader.refuse("its pickle goes back to a mark that it never set");
    return this.#stack.splice(start);
  }

  remember(index: number): void {
    this.#memo.set(index, this.top());
  }

  recall(index: number): void {
    const value = this.#memo.get(index);
    if (value === undefined)
      throw this.reader.refuse(`its pickle recalls value ${index}, which it never kept`);
    this.push(value);
  }

  /** Puts keys and values, one after the other, into the dictionary on top. */
  setItems(items: readonly PickleValue[]): void {
    const target = this.top();
    if (!(target instanceof Map) || items.length % 2 === 1) {
      throw this.reader.refuse("its pickle puts values into what is no dictionary");
    }
    for (let index = 0; index < items.length; index += 2) {
      const key = items[index];
      if (!isKey(key)) throw this.reader.refuse("a dictionary has a key that is no text and no number");
      if (target.has(key)) throw this.reader.refuse(`a dictionary has ${JSON.stringify(key)} twice`);
      target.set(key, items[index + 1] as PickleValue);
    }
  }

  append(items: readonly PickleValue[]): void {
    const target = this.top();
    if (!Array.isArray(target)) throw this.reader.refuse("its pickle adds to what is no list");
    for (const item of items) target.push(item);
  }

  /** Notes a storage, of which every mention must say the same. */
  storage(reference: StorageReference): StorageReference {
    const { key, type, length } = reference.storage;
    const before = this.storages.get(key) ?? reference.storage;
    if (before.type !== type || before.length !== length) {
      throw this.reader.refuse(`storage ${key} is described in two ways`);
    }
    this.storages.set(key, before);
    return reference;
  }

  result(): PickleValue {
    const value = this.pop();
    if (this.#stack.length > 0) throw this.reader.refuse("its pickle leaves values behind");
    return value;
  }
}

const isKey = (value: PickleValue | undefined): value is PickleKey =>
  typeof value === "string" || typeof value === "number";
