import type { View } from "./checker.js";
import type ts from "./typescript.cjs";

/** A cell that is looked at: its file begins with `start` characters that the reader did not write. */
export interface Viewed extends View {
  readonly host: ts.LanguageServiceHost;
  readonly start: number;
}
