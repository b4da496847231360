import { filePlace } from "./filePlaces.js";
import type { Located } from "./located.js";

/** One line of a stack, in the reader's terms. */
export type Frame = Located & { readonly name: string };

/** What a traceback needs to know of cells. */
export interface Cells {
  /** Where a place in the JavaScript of a cell stands in what the reader wrote. */
  locate(file: string, line: number, column: number): Located | undefined;
  /** Where an offset of a cell is. */
  awaited(file: string, at: number): Located | undefined;
}

/** `    at name (file:line:column)`, as V8 writes it. */
const ofV8 = /^\s+at (?:(.*?) \()?(?:async )?((?:file:\/\/)?[^()]*?):(\d+):(\d+)\)?$/;

/** `async*name@file:line:column`, as other engines do. */
const ofOthers = /^(?:(?:async|promise callback)\*)?([^@]*)@(.*):(\d+):(\d+)$/;

/** One line of a stack, in the reader's terms; undefined for frames of the kernel and of the engine itself. */
export function locateFrame(frame: string, cells: Cells): Frame | undefined {
  const match = ofV8.exec(frame) ?? ofOthers.exec(frame);
  if (match === null) return undefined;
  const [, rawName = "", url = "", lineText = "", columnText = ""] = match;
  const line = Number(lineText);
  const column = Number(columnText);
  const name = rawName.replace(/^(async )?(Object\.)?(__cell|<anonymous>|eval)$/, "$1").trim();
  const cell = cells.locate(url, line, column);
  if (cell !== undefined) return { name, ...cell };
  const place = filePlace(url, line, column);
  return place === undefined ? undefined : { name, ...place };
}
