// The language's own objects, kept as they were before any cell ran. The compiler and the kernel share them with the
// cells, so what a cell replaces there is put back when it ends. Nothing in here may lean on what it mends: no
// iteration, no methods of lists.
import { folderMender, otherGlobals, otherObjects, outputs } from "./ground.js";
import { type Guarded, guarded, isSame, isUnchanged, languageObjects } from "./guarded.js";

const { defineProperty, deleteProperty, ownKeys } = Reflect;
const objectPrototype = Object.prototype;

/** Globals that the kernel, or the next cell, cannot do without. Others (`fetch`, `Date`, `input`) are the reader's to replace. */
const language =
  "Array ArrayBuffer Atomics BigInt Boolean DataView Error Function Int32Array JSON Map Math Number Object Promise " +
  "Proxy RangeError ReferenceError Reflect RegExp Set SharedArrayBuffer String Symbol SyntaxError TypeError Uint8Array " +
  "WeakMap WeakRef WeakSet isNaN parseFloat parseInt queueMicrotask setTimeout setInterval clearTimeout clearInterval";
/** What cells may replace for their own time: it is put back without a word. */
const output = [
  "log",
  "info",
  "warn",
  "error",
  "debug",
  "dir",
  "table",
  "trace",
  "group",
  "groupEnd",
  "assert",
];

/** What stands in the global scope for the reader to see, and the way it was. */
export class Intact {
  readonly #spoken: Guarded[] = [];
  readonly #silent: Guarded[] = [];
  readonly #ownKeys = ownKeys(objectPrototype);
  readonly #mendFolder = folderMender();
  readonly #groupEnd = console.groupEnd.bind(console);
  readonly #listening: () => void;
  #told = "";

  /** Remembers everything as it is now. `listening` sees to it that the kernel's own listeners are there. */
  constructor(listening: () => void) {
    this.#listening = listening;
    for (const [name, holder] of Object.entries({ ...languageObjects, ...otherObjects }))
      this.#spoken.push(guarded(name, holder));
    this.#spoken.push(guarded("", globalThis, [...language.split(" "), ...otherGlobals]));
    this.#silent.push(
      ...outputs(),
      guarded("console", console, output),
      guarded("", globalThis, ["console"]),
      guarded("Error", Error, ["prepareStackTrace", "stackTraceLimit", "captureStackTrace"]),
    );
  }

  /** Puts back what is not as it was, and gives a sentence for the reader about what may astonish them; "" for none. */
  mend(): string {
    this.#told = "";
    if (ownKeys(objectPrototype).length !== this.#ownKeys.length) this.#takeAway();
    for (let at = 0; at < this.#spoken.length; at++) this.#mendOne(this.#spoken[at] as Guarded, true);
    for (let at = 0; at < this.#silent.length; at++) this.#mendOne(this.#silent[at] as Guarded, false);
    // An error between group and groupEnd would indent all that comes later.
    for (let level = 0; level < 20; level++) this.#groupEnd();
    this.#listening();
    return this.#told === "" ? this.#mendFolder() : `${this.#told}${advice}${this.#mendFolder()}`;
  }

  #mendOne(one: Guarded, aloud: boolean): void {
    if (isUnchanged(one)) return;
    const { name, holder, keys, values, descriptors } = one;
    for (let at = 0; at < keys.length; at++) {
      const key = keys[at] as PropertyKey;
      if (isSame(holder, key, values[at], descriptors[at] as PropertyDescriptor)) continue;
      const back = defineProperty(holder, key, descriptors[at] as PropertyDescriptor);
      if (aloud) this.#tell(back ? "Put back" : "Cannot put back", name, key);
    }
  }

  /** What stands in `Object.prototype` would be in every object of the compiler too. */
  #takeAway(): void {
    const keys = ownKeys(objectPrototype);
    const own = this.#ownKeys;
    for (let at = 0; at < keys.length; at++) {
      const key = keys[at] as PropertyKey;
      let known = false;
      for (let other = 0; other < own.length; other++) known ||= own[other] === key;
      if (known) continue;
      this.#tell(
        deleteProperty(objectPrototype, key) ? "Taken away" : "Cannot take away",
        "Object.prototype",
        key,
      );
    }
  }

  #tell(what: string, name: string, key: PropertyKey): void {
    const place =
      typeof key === "symbol" ? `${name}[${describe(key)}]` : name === "" ? key : `${name}.${key}`;
    this.#told += `${what}: ${String(place)}.\n`;
  }
}

const describe = Function.prototype.call.bind(Symbol.prototype.toString) as (symbol: symbol) => string;

const advice =
  "The kernel works with the language's own objects. Give yours a name of its own; restart the kernel if cells behave strangely.\n";
