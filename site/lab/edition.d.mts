/** A cell of a notebook's file, as far as it matters here. */
export interface Cell {
  cell_type: string;
  id?: string;
  metadata: { tags?: readonly string[]; [name: string]: unknown };
  source: string | readonly string[];
  execution_count?: number | null;
  outputs?: readonly { [name: string]: unknown }[];
}

/** A notebook's file, as far as it matters here. */
export interface Notebook {
  cells: readonly Cell[];
  metadata: {
    convlab?: { browser?: { [name: string]: unknown }; edition?: string; [name: string]: unknown };
    [name: string]: unknown;
  };
  [name: string]: unknown;
}

/** A mark of what a lesson says and computes: the kinds and sources of its cells, not their outputs. */
export function editionOf(notebook: Pick<Notebook, "cells">): string;
