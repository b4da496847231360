const { getOwnPropertyDescriptor, ownKeys } = Reflect;
const { is } = Object;

/** Properties of an object as they were. */
export interface Guarded {
  /** What the reader calls it; empty for the global object. */
  readonly name: string;
  readonly holder: object;
  readonly keys: PropertyKey[];
  readonly values: unknown[];
  readonly descriptors: PropertyDescriptor[];
}

/** What every program stands on, by the name that readers know. */
export const languageObjects: Record<string, object> = {
  "Array.prototype": Array.prototype,
  Array,
  "Object.prototype": Object.prototype,
  Object,
  "Function.prototype": Function.prototype,
  "String.prototype": String.prototype,
  String,
  "Number.prototype": Number.prototype,
  Number,
  "Symbol.prototype": Symbol.prototype,
  "RegExp.prototype": RegExp.prototype,
  "Map.prototype": Map.prototype,
  "Set.prototype": Set.prototype,
  "WeakMap.prototype": WeakMap.prototype,
  "WeakSet.prototype": WeakSet.prototype,
  "Promise.prototype": Promise.prototype,
  Promise,
  "Error.prototype": Error.prototype,
  "TypeError.prototype": TypeError.prototype,
  "RangeError.prototype": RangeError.prototype,
  JSON,
  Math,
  Reflect,
  Atomics,
  "TypedArray.prototype": Object.getPrototypeOf(Uint8Array.prototype),
  "Uint8Array.prototype": Uint8Array.prototype,
  "ArrayIterator.prototype": Object.getPrototypeOf([][Symbol.iterator]()),
  "StringIterator.prototype": Object.getPrototypeOf(""[Symbol.iterator]()),
  "MapIterator.prototype": Object.getPrototypeOf(new Map().entries()),
  "SetIterator.prototype": Object.getPrototypeOf(new Set().values()),
  "Generator.prototype": Object.getPrototypeOf(Object.getPrototypeOf((function* () {})())),
};

/** Remembers the properties of an object, or `only` some, as they are now. */
export function guarded(name: string, holder: object, only?: string[]): Guarded {
  const keys = only ?? ownKeys(holder).filter((key) => !unreadable(holder, key));
  const there = keys.filter((key) => key in holder);
  // What Node gives by an accessor (`process`) is put back as a plain value.
  const descriptors = there.map((key) =>
    only === undefined ? descriptorOf(holder, key) : plain(holder, key, descriptorOf(holder, key)),
  );
  return {
    name,
    holder,
    keys: there,
    values: descriptors.map((each) => ("value" in each ? each.value : accessor)),
    descriptors,
  };
}

/** Marks a property that is no plain value. */
const accessor = Symbol("accessor");

function plain(holder: object, key: PropertyKey, { enumerable }: PropertyDescriptor): PropertyDescriptor {
  const value: unknown = (holder as Record<PropertyKey, unknown>)[key];
  const descriptor = { value, enumerable: enumerable === true, writable: true, configurable: true };
  return Object.setPrototypeOf(descriptor, null);
}

function descriptorOf(holder: object, key: PropertyKey): PropertyDescriptor {
  for (let at = holder; at !== null; at = Object.getPrototypeOf(at)) {
    const found = getOwnPropertyDescriptor(at, key);
    // Without a prototype: a cell may put `get` or `value` into every object.
    if (found !== undefined) return Object.setPrototypeOf(found, null);
  }
  return { value: undefined, writable: true, configurable: true };
}

/** What `arguments` and `caller` of functions give is an error. */
function unreadable(holder: object, key: PropertyKey): boolean {
  return holder === Function.prototype && (key === "arguments" || key === "caller");
}

/** Whether all is as it was, told quickly: this is asked before and after every cell. */
export function isUnchanged({ holder, keys, values, descriptors }: Guarded): boolean {
  try {
    for (let at = 0; at < keys.length; at++) {
      const value = values[at];
      if (value !== accessor && (holder as Record<PropertyKey, unknown>)[keys[at] as string] === value)
        continue;
      if (!isSame(holder, keys[at] as PropertyKey, value, descriptors[at] as PropertyDescriptor))
        return false;
    }
    return true;
  } catch {
    return false;
  }
}

/** Whether a property is what it was. */
export function isSame(holder: object, key: PropertyKey, value: unknown, was: PropertyDescriptor): boolean {
  try {
    if (value !== accessor) return is((holder as Record<PropertyKey, unknown>)[key], value);
    const found = getOwnPropertyDescriptor(holder, key);
    return found !== undefined && found.get === was.get && found.set === was.set;
  } catch {
    return false;
  }
}
