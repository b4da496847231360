/** Whether the text of a class names private fields. */
const known = new WeakMap<object, boolean>();

/** Whether an object may have private fields: a class that made it names some. */
export function mayHavePrivates(value: object): boolean {
  for (let kind = Object.getPrototypeOf(value); kind !== null; kind = Object.getPrototypeOf(kind)) {
    const made: unknown = Object.getOwnPropertyDescriptor(kind, "constructor")?.value;
    if (typeof made === "function" && namesPrivates(made)) return true;
  }
  return false;
}

function namesPrivates(made: object): boolean {
  const before = known.get(made);
  if (before !== undefined) return before;
  const found = /#[\p{L}_$]/u.test(Function.prototype.toString.call(made));
  known.set(made, found);
  return found;
}
