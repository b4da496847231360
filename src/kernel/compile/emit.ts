import { SourceMap } from "node:module";
import type { EditedText } from "./edits.js";
import { positionOf } from "./error.js";
import { emitOptions } from "./options.js";
import type { Position } from "./types.js";
import ts from "./typescript.cjs";

interface Emitted {
  readonly code: string;
  locate(line: number, column: number): Position | undefined;
}

/** Takes the types out of an edited cell and puts `prologue`, one line, before it. `toCell` gives offsets in `source`. */
export function emit(
  edited: EditedText,
  prologue: string,
  source: string,
  toCell: (offset: number) => number,
): Emitted {
  const output = ts.transpileModule(edited.text, { compilerOptions: emitOptions, fileName: "cell.ts" });
  const body = output.outputText
    .replace(/\/\/# sourceMappingURL=.*\s*$/, "")
    // Before a comment that ends the cell, too.
    .replace(/^export \{\};$/m, "");
  let map: SourceMap | undefined;
  return {
    code: `${prologue}\n${body}`,
    locate(line, column) {
      map ??= new SourceMap(JSON.parse(output.sourceMapText ?? "{}"));
      // Lines of the map begin at 0, and the prologue is no part of it.
      const entry = map.findEntry(line - 2, column - 1);
      if (line < 2 || !("originalLine" in entry)) return undefined;
      const offset = offsetOf(edited.text, entry.originalLine, entry.originalColumn);
      return positionOf(source, toCell(edited.original(offset)));
    },
  };
}

function offsetOf(text: string, line: number, column: number): number {
  let start = 0;
  for (let passed = 0; passed < line; passed++) start = text.indexOf("\n", start) + 1;
  return start + column;
}
