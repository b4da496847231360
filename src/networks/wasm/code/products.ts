// Products of matrices, eight sums at a time. The matrices lie anywhere in memory, so that the windows of a convolution are rows of one
// without being copied: every distance is told. Places and distances are in bytes.

/** WebAssembly's memory. Its buffer is another one after it grew. */
export interface Memory {
  readonly buffer: ArrayBuffer;
}

/** `c[row, column] = sum of a[row, k] * b[k, column]`. */
export interface RowsByColumns {
  readonly a: number;
  /** From one row to the next. */
  readonly aRow: number;
  /** What a row holds are some runs, this far apart, */
  readonly aRun: number;
  readonly runs: number;
  /** of so many numbers each. */
  readonly length: number;
  /** Packed: eight columns after eight columns. */
  readonly b: number;
  readonly c: number;
  readonly cRow: number;
  readonly rows: number;
  readonly columns: number;
  /** How often all this is done, and how far on it goes each time. */
  readonly lines: number;
  readonly aLine: number;
  readonly cLine: number;
  /** And that. */
  readonly images: number;
  readonly aImage: number;
  readonly cImage: number;
  /** Whether the sums are added to what is there. */
  readonly adds: boolean;
}

/** `c[row, column] += sum of a[k, row] * b[k, column]`. */
export interface ColumnsByColumns {
  readonly a: number;
  /** From one `k` to the next, from one run of them to the next, and from one set of runs. */
  readonly aStep: number;
  readonly aRun: number;
  readonly aImage: number;
  readonly b: number;
  readonly bStep: number;
  readonly bRun: number;
  readonly bImage: number;
  readonly length: number;
  readonly runs: number;
  readonly images: number;
  readonly c: number;
  readonly cRow: number;
  readonly rows: number;
  readonly columns: number;
}

export interface Products {
  rowsByColumns(given: RowsByColumns): void;
  /** May read up to 28 bytes beyond the end of `b`, where the allocator's own notes are. */
  columnsByColumns(given: ColumnsByColumns): void;
}
