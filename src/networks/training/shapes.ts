/** Whether a shape is the wanted one; where that has null, any length will do. */
export function shapeFits(shape: readonly number[], wanted: readonly (number | null)[]): boolean {
  return (
    shape.length === wanted.length &&
    wanted.every((length, axis) => length === null || length === shape[axis])
  );
}

/** A shape as messages write it. */
export function shapeText(shape: readonly (number | null)[]): string {
  return `[${shape.map((length) => length ?? "any").join(", ")}]`;
}
