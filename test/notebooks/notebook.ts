import { type LessonName, lessonNumber } from "../../src/lessons/order.js";
/** Hand-made notebooks for the tests of everything that reads or runs notebooks. */

export interface Cell {
  id: string;
  cell_type: "code" | "markdown";
  source: string;
  metadata?: { tags?: string[] };
  execution_count?: number | null;
  outputs?: unknown[];
}

export interface Notebook {
  nbformat: number;
  nbformat_minor: number;
  metadata: Record<string, unknown>;
  cells: Cell[];
}

export function notebook(cells: readonly Cell[], metadata: Record<string, unknown> = {}): Notebook {
  return {
    nbformat: 4,
    nbformat_minor: 5,
    metadata: {
      kernelspec: { name: "tslab", display_name: "TypeScript", language: "typescript" },
      language_info: { name: "typescript" },
      ...metadata,
    },
    cells: [...cells],
  };
}

export function code(id: string, source: string, more: Partial<Cell> = {}): Cell {
  return { id, cell_type: "code", source, metadata: {}, execution_count: null, outputs: [], ...more };
}

export function prose(id: string, source: string): Cell {
  return { id, cell_type: "markdown", source, metadata: {} };
}

/** A lesson's file without its ending, such as `"07-mnist-cnn"`. */
export const lessonStem = (lesson: LessonName): string => `${lessonNumber(lesson)}-${lesson}`;
