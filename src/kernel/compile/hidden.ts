/** Names that the kernel adds to the code of a cell, without their prefix. */
const added = /^__(?:\d*)(?:cell|scope|m|checkpoint|iterate|load|meta|tick|mend|v|w|k|h|f|i|l_.*)$/;

/** Whether the kernel has added a variable of this name to a cell. */
export function isHidden(name: string): boolean {
  return added.test(name);
}

/** The variable that one of this name is a copy of, where it is one of a fast loop. */
export function copied(name: string): string | undefined {
  return /^__\d*l_(.*)$/.exec(name)?.[1];
}

/** The names that the kernel adds to one cell: none of them is a name that its reader wrote. */
export class Hidden {
  readonly #prefix: string;

  /** `used` holds every identifier of the cell. */
  constructor(used: Iterable<string>) {
    const taken = [...used].filter((name) => added.test(name));
    let prefix = "__";
    for (let count = 1; taken.some((name) => name.startsWith(prefix)); count++) prefix = `__${count}`;
    this.#prefix = prefix;
  }

  /** What `word` is called in the code: `__scope`. */
  name(word: string): string {
    return this.#prefix + word;
  }

  /** The copy of a variable that a fast loop works on. */
  copy(variable: string): string {
    return this.name(`l_${variable}`);
  }

  /** A name of an earlier cell. */
  earlier(variable: string): string {
    return `${this.name("scope")}.${variable}`;
  }

  /** What `readImports` calls an imported value: `__m[0].conv2d`. */
  imported(text: string): string {
    return text.replace(/^__m\b/, this.name("m"));
  }
}
