import type { Figure } from "../../src/charts/figure.js";

/** One small example of a chart or an explorer, to be drawn and compared with what was reviewed. */
export interface Example {
  /** Of its snapshot and its pictures, in `snapshots/` beside the gallery. */
  readonly name: string;
  readonly draw: () => Figure | Promise<Figure>;
  /** What the description must say: numbers worked out here, not by the chart. */
  readonly says: readonly string[];
  /** Drawn from TensorFlow's numbers, whose last digits differ between processors. */
  readonly approximate?: boolean;
}
