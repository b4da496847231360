import type { Figure } from "./figure.js";
export interface ExploredClass {
  readonly name: string;
  readonly bias: number;
  readonly map: readonly (readonly number[])[];
}
export function camExplorer(): Figure {
  throw new Error("Cannot yet");
}
