/** Somebody's window with lines of text. */
export interface Terminal {
  readonly columns: number;
  write(text: string): void;
}

/** The terminal that stderr goes to, or undefined where it goes elsewhere. */
export function terminal(): Terminal | undefined {
  const { stderr } = process;
  if (!stderr.isTTY) return undefined;
  return {
    get columns() {
      return stderr.columns ?? 80;
    },
    write: (text) => void stderr.write(text),
  };
}
