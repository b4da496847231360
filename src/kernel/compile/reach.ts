import type { Reference } from "./references.js";

/**
 * What code that a loop calls may do to top-level variables. Only functions and classes of cells reach them, by names
 * written in them or by a direct `eval`; types say nothing about it, because casts and `any` may hide what runs.
 */
export class Reach {
  /** Names that functions of other cells look up: they reach whatever cell declares such a name last. */
  readonly #fromOutside = new Set<string>();
  /** Names that functions of any cell mention, and those that they assign. */
  readonly #mentioned = new Set<string>();
  readonly #assigned = new Set<string>();
  /** Functions that call nothing that may take long. */
  readonly #brief = new Set<string>();
  #everything = false;

  /** Takes the references of a cell, before it runs. Nothing is ever taken back: functions may live on. */
  note(references: readonly Reference[], evaluates: boolean): void {
    this.#everything ||= evaluates;
    for (const { name, origin, captured, assigned } of references) {
      if (!captured) continue;
      this.#mentioned.add(name);
      if (assigned) this.#assigned.add(name);
      if (origin === "earlier") this.#fromOutside.add(name);
    }
  }

  /** Whether functions of other cells may read or assign a variable of the cell at hand. */
  outsideMayUse(name: string): boolean {
    return this.#everything || this.#fromOutside.has(name);
  }

  /** Whether any function may read or assign a variable. */
  mayUse(name: string): boolean {
    return this.#everything || this.#mentioned.has(name);
  }

  /** Whether any function may assign a variable. */
  mayAssign(name: string): boolean {
    return this.#everything || this.#assigned.has(name);
  }

  noteBrief(name: string, brief: boolean): void {
    if (brief) this.#brief.add(name);
    else this.#brief.delete(name);
  }

  isBrief(name: string): boolean {
    return this.#brief.has(name);
  }
}
