const OwnFunction = Function;

/** Whether a text parses as a script: as the body of a function, where `return` alone is more. */
export function isScript(text: string): boolean {
  try {
    return new OwnFunction(text) instanceof OwnFunction;
  } catch {
    return false;
  }
}
