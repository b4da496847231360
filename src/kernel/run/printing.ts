import type { AsyncLocalStorage } from "node:async_hooks";
import { inspect } from "node:util";

/** What Node's async hooks write onto promises and timers once somebody listens to them. */
const notes = new Set(["async_id_symbol", "trigger_async_id_symbol", "kResourceStore", "destroyed"]);

/** How a storage of Node 20 and 22 hands its value on; later ones write nothing onto what they watch. */
interface Propagating {
  readonly kResourceStore?: symbol;
  readonly enabled?: boolean;
  _propagate?: (resource: object, from: object) => void;
}

type Noted = Record<symbol, unknown>;

const { defineProperty } = Reflect;
const unseen = { writable: true, configurable: true, enumerable: false };

/** Makes a storage write its notes so that nobody sees them: on sockets, threads and whatever else Node starts. */
export function noteUnseen<Storage extends AsyncLocalStorage<unknown>>(storage: Storage): Storage {
  const inner = storage as unknown as Propagating;
  const key = inner.kResourceStore;
  if (inner._propagate === undefined || key === undefined) return storage;
  inner._propagate = (resource, from) => {
    if (inner.enabled !== true) return;
    // Plain steps: a cell may have changed how lists are taken apart.
    const value = (from as Noted)[key];
    const noted = resource as Noted;
    // Of promises there are many, and they hide their notes when they are printed.
    if (resource instanceof Promise) noted[key] = value;
    else defineProperty(resource, key, { __proto__: null, ...unseen, value } as PropertyDescriptor);
  };
  return storage;
}

/** What says something about a timer; the rest is how Node keeps a list of them. */
const timerFields = ["_idleTimeout", "_onTimeout", "_onImmediate", "_argv", "_repeat", "_destroyed"];

/** Makes promises and timers print as they do in a program that no kernel runs: without the kernel's own notes. */
export function printPlainly(): void {
  const timer = setTimeout(() => {});
  const immediate = setImmediate(() => {});
  clearTimeout(timer);
  clearImmediate(immediate);
  printAs(Promise.prototype, withoutNotes);
  for (const each of [timer, immediate]) printAs(Object.getPrototypeOf(each) as object, fieldsOf);
}

function printAs(prototype: object, shown: (value: object) => object): void {
  Object.defineProperty(prototype, inspect.custom, {
    // Subclasses and proxies may have a way of their own: only what stands here is asked.
    value(this: object) {
      return shown(this);
    },
    writable: true,
    configurable: true,
  });
}

/** The promise itself: Node prints on with what it finds, and does not look at what is not enumerable. */
function withoutNotes(promise: object): object {
  for (const key of Object.getOwnPropertySymbols(promise)) {
    if (!notes.has(key.description ?? "")) continue;
    const descriptor = Object.getOwnPropertyDescriptor(promise, key);
    if (descriptor?.configurable === true && descriptor.enumerable === true)
      Object.defineProperty(promise, key, { enumerable: false });
  }
  return promise;
}

/** What stands for a timer when it is printed. */
const standIns = new WeakSet<object>();

function fieldsOf(timer: object): object {
  if (standIns.has(timer)) return timer;
  const shown = Object.create(Object.getPrototypeOf(timer) as object) as Record<string, unknown>;
  standIns.add(shown);
  for (const name of timerFields) {
    const value: unknown = Reflect.get(timer, name);
    if (name in timer && value !== undefined) shown[name] = value;
  }
  return shown;
}
