import { inspect } from "node:util";
import { noteCard, verdictCard } from "./card.js";
import { all } from "./all.js";
import { show } from "../../notebook/show.js";

/** What the check of an answer says. */
export interface Verdict {
  readonly ok: boolean;
  readonly message: string;
}

export interface Exercise {
  readonly id: string;
  readonly title: string;
  /**
   * Shows below the cell whether the answer is right, and if not, why. Never throws: `undefined` is "not tried yet", and a
   * function that throws is a wrong answer.
   */
  check(answer: unknown): Verdict;
  /** Shows the first hint; called again, the second as well. */
  hint(): void;
  /** Shows how it is done. */
  solution(): void;
}

const hintsShown = new Map<string, number>();

/** The exercise of that number, such as "06.1". */
export function exercise(id: string): Exercise {
  const content = all.find((candidate) => candidate.id === id);
  if (content === undefined) {
    throw new RangeError(`Cannot find exercise ${JSON.stringify(id)}: there are ${exercises().join(", ")}.`);
  }
  const { title, hints, solution } = content;
  return {
    id,
    title,
    check(answer) {
      const verdict = judge(() => content.check(answer), answer, content.because);
      show(verdictCard(id, title, verdict, answer !== undefined && answer !== null));
      return quietly(verdict);
    },
    hint() {
      const step = Math.min((hintsShown.get(id) ?? 0) + 1, hints.length);
      hintsShown.set(id, step);
      for (const [index, hint] of hints.slice(0, step).entries()) {
        show(noteCard(`${id}, hint ${index + 1} of ${hints.length}`, hint));
      }
    },
    solution() {
      show(noteCard(`${id}, solution`, solution));
    },
  };
}

/** The numbers of all exercises, in order. */
export function exercises(): string[] {
  return all.map(({ id }) => id).sort();
}

function judge(check: () => true | { readonly message: string }, answer: unknown, because: string): Verdict {
  if (answer === undefined || answer === null) {
    return { ok: false, message: "Not tried yet. Put your answer in, then run the cell again." };
  }
  if (typeof answer === "object" && typeof (answer as { then?: unknown }).then === "function") {
    return { ok: false, message: "This is a promise, not yet its value. Write await before it." };
  }
  try {
    const result = check();
    return result === true ? { ok: true, message: because } : { ok: false, message: result.message };
  } catch (error) {
    const reason =
      typeof (error as Error | undefined)?.message === "string" ? (error as Error).message : String(error);
    return { ok: false, message: `Your answer could not be tried, it threw: ${reason}` };
  }
}

/** A kernel prints what a cell's last expression is worth; the card has said it all already. */
function quietly(verdict: Verdict): Verdict {
  return Object.defineProperty({ ...verdict }, inspect.custom, {
    value: () => (verdict.ok ? "right" : "not yet"),
  });
}
