/** A place as the reader knows it. */
export interface Located {
  /** `Cell [3]:2:9`, or a file with line and column. */
  readonly place: string;
  /** The line itself, and a mark under the column. */
  readonly quote?: string;
  /** The package whose code this is, where it is not the reader's own. */
  readonly library?: string;
}
