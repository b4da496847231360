/** Marks a value that a library has shown already, such as the verdict on an answer: as a cell's last expression it shows nothing. */
export const alreadyShown: unique symbol = Symbol.for("convlab.shown");

/** Whether a value has that mark. Values that throw when they are looked at have none. */
export function isShown(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  try {
    return (value as { [alreadyShown]?: unknown })[alreadyShown] === true;
  } catch {
    return false;
  }
}
