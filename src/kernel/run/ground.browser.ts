// What a worker gives a cell beside the language: nothing that the kernel stands on.
import type { Guarded } from "./guarded.js";

export const otherObjects: Record<string, object> = {};

export const otherGlobals: readonly string[] = [];

export function outputs(): Guarded[] {
  return [];
}

/** There is no current folder. */
export function folderMender(): () => string {
  return () => "";
}
