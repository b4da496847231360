import { inspect } from "node:util";
import { show } from "../../notebook/show.js";
import { lessonNumber, lessonOrder } from "../order.js";
import { exercisesOf } from "./all.js";
import { noteCard, verdictCard } from "./card.js";
import type { ExerciseContent, Verdict } from "./content.js";

/** One exercise: the question stands in the notebook, the rest is here. */
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

/**
 * An exercise by its lesson's name and its place there, such as `"mnist-cnn.1"`. The reader sees the lesson's number
 * instead, which may change: 06.1.
 *
 * @throws {RangeError} if there is none of that name
 * @example exercise("convolution.2").check(crossCorrelate).ok // true
 */
export function exercise(id: string): Exercise {
  const { content, number } = find(id);
  const { title, hints, solution } = content;
  return {
    id,
    title,
    check(answer) {
      const verdict = judge(() => content.check(answer), answer, content.because);
      show(verdictCard(number, title, verdict, answer !== undefined && answer !== null));
      return quietly(verdict);
    },
    hint() {
      const step = Math.min((hintsShown.get(id) ?? 0) + 1, hints.length);
      hintsShown.set(id, step);
      for (const [index, hint] of hints.slice(0, step).entries()) {
        show(noteCard(`${number}, hint ${index + 1} of ${hints.length}`, hint));
      }
    },
    solution() {
      show(noteCard(`${number}, solution`, solution));
    },
  };
}

/** The names of all exercises, in the order of the lessons. */
export function exercises(): string[] {
  return lessonOrder.flatMap((lesson) => exercisesOf[lesson].map((_, index) => `${lesson}.${index + 1}`));
}

function find(id: string): { content: ExerciseContent; number: string } {
  const [, name, place] = /^(.*)\.(\d+)$/.exec(id) ?? [];
  const lesson = lessonOrder.find((each) => each === name);
  const content = lesson && exercisesOf[lesson][Number(place) - 1];
  if (content) return { content, number: `${lessonNumber(lesson)}.${place}` };
  if (lesson) throw refusal(id, `${lesson} has ${exercisesOf[lesson].length}, as in "${lesson}.1"`);
  if (/^\d+$/.test(name ?? ""))
    throw refusal(id, `exercises go by their lesson's name, since numbers may change, as in "convolution.1"`);
  throw refusal(id, `the lessons are ${lessonOrder.join(", ")}, and an exercise is "convolution.1"`);
}

function refusal(id: string, wayOut: string): RangeError {
  return new RangeError(`Cannot find exercise ${JSON.stringify(id)}: ${wayOut}.`);
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
