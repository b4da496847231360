/** The names of all cells at run time, as accessors to the variables inside each cell's function. */
export class Scope {
  /** Without a prototype, so that every name is free. */
  readonly #names: object = Object.create(null) as object;
  /** What cells are given. V8 reads accessors of a prototype some twenty times as fast as an object's own. */
  readonly names: object = Object.preventExtensions(Object.create(this.#names) as object);
  #replaced = new Map<string, PropertyDescriptor | undefined>();

  /** Takes the accessors of a cell that begins to run. */
  readonly define = (accessors: object): void => {
    this.#replaced = new Map();
    for (const [name, descriptor] of Object.entries(Object.getOwnPropertyDescriptors(accessors))) {
      this.#replaced.set(name, Object.getOwnPropertyDescriptor(this.#names, name));
      Object.defineProperty(this.#names, name, { ...descriptor, configurable: true });
    }
  };

  /** Gives a name a value that no cell has declared. */
  adopt(name: string, value: unknown): void {
    let held = value;
    const set = (given: unknown): void => {
      held = given;
    };
    Object.defineProperty(this.#names, name, { get: () => held, set, enumerable: true, configurable: true });
  }

  /**
   * After a cell that failed half-way: puts back what its unassigned names were before, and returns those that were
   * assigned, for `CellCompiler.remember`.
   */
  settle(): string[] {
    const assigned: string[] = [];
    for (const [name, before] of this.#replaced) {
      if (this.#isAssigned(name)) assigned.push(name);
      else if (before === undefined) Reflect.deleteProperty(this.#names, name);
      else Object.defineProperty(this.#names, name, before);
    }
    return assigned;
  }

  #isAssigned(name: string): boolean {
    try {
      return Reflect.get(this.#names, name) !== undefined;
    } catch {
      // A variable whose declaration was not reached throws when it is read.
      return false;
    }
  }
}
