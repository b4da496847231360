import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createCompiler } from "../../src/kernel/compile/compiler.js";
import { root } from "../house/files.js";

/** A lesson's cells as the kernel compiles them. */
export interface Program {
  readonly name: string;
  readonly cells: readonly ProgramCell[];
}

export interface ProgramCell {
  readonly source: string;
  readonly code: string;
  readonly isAsync: boolean;
  readonly modules: readonly string[];
}

interface Notebook {
  readonly metadata: {
    readonly convlab?: {
      readonly quick?: Record<string, unknown>;
      readonly browser?: Record<string, unknown>;
    };
  };
  readonly cells: readonly {
    readonly cell_type: string;
    readonly source: string | readonly string[];
    readonly metadata: { readonly tags?: readonly string[] };
  }[];
}

/** The lessons whose names begin so, with their quick values. */
export function programs(chosen: readonly string[], values: "quick" | "own"): Program[] {
  const folder = join(root, "notebooks");
  const names = readdirSync(folder).filter((name) => name.endsWith(".ipynb"));
  return names
    .filter((name) => chosen.length === 0 || chosen.some((start) => name.startsWith(start)))
    .sort()
    .map((name) => programOf(folder, name, values));
}

function programOf(folder: string, name: string, values: "quick" | "own"): Program {
  const { metadata, cells }: Notebook = JSON.parse(readFileSync(join(folder, name), "utf8"));
  const sources = cells.flatMap(({ cell_type, source, metadata: { tags } }) => {
    if (cell_type !== "code") return [];
    const text = typeof source === "string" ? source : source.join("");
    if (values === "own" || !tags?.includes("parameters")) return [text];
    const lines = Object.entries(metadata.convlab?.quick ?? {}).map(
      ([key, value]) => `${key} = ${JSON.stringify(value)};`,
    );
    return [text, lines.join("\n")];
  });
  const compiler = createCompiler({ folder });
  return {
    name,
    cells: sources.map((source, index) => {
      const { code, isAsync, modules } = compiler.compile(source, index + 1);
      return { source, code, isAsync, modules };
    }),
  };
}
