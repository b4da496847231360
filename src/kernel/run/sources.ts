import type { CompiledCell } from "../compile/types.js";
import ts from "../compile/typescript.cjs";
import { noteNames } from "./names.js";
import { replacedFunctions } from "./replaced.js";
import { functionAt, javaScriptOf } from "./written.js";

interface Cell {
  readonly compiled: CompiledCell;
  readonly source: string;
}

/** Cells by what stacks call them, the latest last. */
const cells = new Map<string, Cell>();

/** Functions of the kernel that stand where a program has Node's own. */
const veiled = new WeakSet<object>();

/** Names that only the code of cells has: see `Hidden`. */
const hidden = /\b__\d*(?:scope\.|m\[|l_|checkpoint\(|iterate\(|load\(|meta\b|tick\(|mend\(|w\b|k\b)/;

/** Keeps the text of a cell for functions that are asked for theirs. */
export function noteSource(file: string, compiled: CompiledCell, source: string): void {
  noteNames(file, compiled.imported);
  cells.set(file, { compiled, source });
  for (const oldest of cells.keys()) {
    if (cells.size <= 2000) break;
    cells.delete(oldest);
  }
}

/** From now on the global functions that the kernel has put in the place of Node's say of themselves what those say. */
export function veilGlobals(): void {
  const asks = ["input", "password", "prompt", "confirm", "alert", "display"];
  for (const each of [...replacedFunctions(), ...asks.map((name): unknown => Reflect.get(globalThis, name))])
    veiled.add(each as object);
}

/**
 * Makes functions of cells give the JavaScript of what their reader wrote, without what the kernel adds: others may run
 * that text where there is no kernel, in a thread or on a page.
 */
export function readableFunctions(): void {
  const native = Reflect.get(Function.prototype, "toString") as () => string;
  const own = {
    toString(this: unknown): string {
      if (typeof this === "function" && veiled.has(this)) return `function ${this.name}() { [native code] }`;
      const text = native.call(this);
      return hidden.test(text) ? (writtenText(text) ?? text) : text;
    },
  }.toString;
  veiled.add(own);
  Object.defineProperty(Function.prototype, "toString", { value: own });
}

const texts = new Map<string, string | undefined>();

function writtenText(code: string): string | undefined {
  if (!texts.has(code)) {
    if (texts.size > 1000) texts.clear();
    texts.set(code, textOfCode(code));
  }
  return texts.get(code);
}

function textOfCode(code: string): string | undefined {
  for (const { compiled, source } of [...cells.values()].reverse()) {
    const at = compiled.code.indexOf(code);
    if (at === -1) continue;
    const before = compiled.code.slice(0, at);
    const place = compiled.locate(before.split("\n").length, at - before.lastIndexOf("\n"));
    if (place === undefined) continue;
    const file = ts.createSourceFile("cell.ts", source, ts.ScriptTarget.Latest, true);
    const offset = file.getPositionOfLineAndCharacter(place.line - 1, place.column - 1);
    const node = functionAt(file, offset, code);
    if (node !== undefined) return javaScriptOf(node, source);
  }
  return undefined;
}
