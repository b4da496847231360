// Runs compiled cells and tells what comes out of them: the same code in Node and in a browser's worker.
import { Scope } from "../../src/kernel/compile/scope.js";
import { textOf } from "../../src/kernel/run/result.js";
import type { Program } from "./programs.js";

/** What a cell gave: printed lines, outputs by their kinds and their text, an error. */
export interface CellOutput {
  readonly cell: number;
  readonly printed: string[];
  readonly shown: { readonly kinds: string; readonly text: string; readonly bytes: number }[];
  readonly updates: number;
  readonly milliseconds: number;
  readonly error?: string;
  readonly tensors: number;
}

type Modules = Readonly<Record<string, object>>;
type Body = (runtime: object) => unknown;

interface Content {
  readonly data: Readonly<Record<string, unknown>>;
  readonly transient?: { readonly display_id?: string };
}

const AsyncFunction = Object.getPrototypeOf(async () => {}).constructor as FunctionConstructor;
const display = Symbol.for("Jupyter.display");

export async function runProgram(
  program: Program,
  modules: Modules,
  report: (output: CellOutput) => void,
  countTensors: () => number,
): Promise<void> {
  const scope = new Scope();
  let current: { printed: string[]; shown: CellOutput["shown"]; updates: number };
  let places: Map<string, number>;
  const note = ({ data, transient }: Content, update = false) => {
    const kinds = Object.keys(data).sort().join(" ");
    const id = transient?.display_id;
    const before = update && id !== undefined ? places.get(id) : undefined;
    const place = before ?? current.shown.length;
    if (id !== undefined) places.set(id, place);
    current.shown[place] = {
      kinds,
      text: String(data["text/plain"] ?? ""),
      bytes: JSON.stringify(data).length,
    };
  };
  const kernel = {
    display(content: Content, update: boolean) {
      if (update) current.updates++;
      note(content, update);
    },
    clearOutput() {},
  };
  (globalThis as Record<symbol, unknown>)[Symbol.for("convlab.kernel")] = kernel;
  for (const name of ["log", "info", "warn", "error", "debug"] as const) {
    console[name] = (...given: unknown[]) =>
      void current.printed.push(
        given.map((value) => (typeof value === "string" ? value : textOf(value))).join(" "),
      );
  }
  const load = (name: string) => {
    const found = modules[name];
    if (found === undefined) throw new Error(`no module ${name}`);
    return found;
  };
  const same = (value: unknown) => value;
  for (const [index, { code, isAsync, modules: names }] of program.cells.entries()) {
    current = { printed: [], shown: [], updates: 0 };
    places = new Map();
    const began = performance.now();
    let error: string | undefined;
    try {
      const body = new (isAsync ? AsyncFunction : Function)("__cell", code) as Body;
      const returned = (await body({
        scope: scope.names, define: scope.define, modules: names.map(load), checkpoint: same, iterate: same,
        load: async (name: string) => load(name), meta: {}, locals: {}, tick: () => 1e6, mend: same,
      })) as readonly [unknown] | undefined; // biome-ignore format: a list
      const value = await returned?.[0];
      const figure = (value as { [display]?: () => Content["data"] } | undefined)?.[display];
      if (figure) note({ data: figure.call(value) });
      else if (value !== undefined) note({ data: { "text/plain": textOf(value) } });
    } catch (thrown) {
      error = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
    }
    const milliseconds = performance.now() - began;
    report({
      cell: index + 1,
      ...current,
      milliseconds,
      tensors: countTensors(),
      ...(error !== undefined && { error }),
    });
  }
}
