import type { DebugProtocol } from "@vscode/debugprotocol";
import type { Shown } from "../run/forms.js";
import type { Inspector } from "./inspector.js";

type Variable = DebugProtocol.Variable;

/** What stands above variables that are told while a cell runs. */
const note: Variable = {
  name: "(before this cell)",
  value: "a cell is running: these are the values from before it",
  variablesReference: 0,
};

/**
 * The variables of the notebook as they were when the last cell ended: what is told of them while the next one keeps its
 * thread busy. They are kept from the first time that somebody asks.
 */
export class Between {
  readonly #inspector: Inspector;
  #isAsked = false;
  #kept: readonly Variable[] | undefined;
  #keeping: Promise<void> | undefined;

  constructor(inspector: Inspector) {
    this.#inspector = inspector;
  }

  /** What a cell waits for before it runs; undefined while nobody asks. */
  get kept(): Promise<void> | undefined {
    return this.#keeping;
  }

  /** The process that held them is gone. */
  clear(): void {
    this.#kept = this.#isAsked ? [] : undefined;
    this.#keeping = undefined;
  }

  /** Nobody asks any more. */
  forget(): void {
    this.#isAsked = false;
    this.#kept = undefined;
    this.#keeping = undefined;
  }

  /** A cell has ended. */
  executed(): void {
    if (!this.#isAsked) return;
    this.#keeping = this.all().then(
      () => {},
      () => {},
    );
  }

  /** The variables as they are. */
  async all(): Promise<readonly Variable[]> {
    this.#isAsked = true;
    const reference = await this.#inspector.ask("notebook", []);
    const found = await this.#inspector.ask("variables", [reference]);
    this.#kept = found.map((each) => ({ ...each, variablesReference: 0 }));
    return found;
  }

  /** What is told of all while a cell runs; undefined where nobody has asked before it. */
  list(): readonly Variable[] | undefined {
    return this.#kept && [note, ...this.#kept];
  }

  /** What is told of one while a cell runs. @throws {Error} if that has to wait */
  shown(name: string): Shown {
    const found = this.#kept?.find((each) => each.name === name);
    if (found === undefined)
      throw new Error(`Cannot show ${name}: a cell is running. Ask again when it has ended, or has stopped.`);
    return { data: { "text/plain": `${found.value}\n(from before the running cell)` }, metadata: {} };
  }
}
