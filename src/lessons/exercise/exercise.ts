import { inspect } from "node:util";
import { alreadyShown } from "../../notebook/alreadyShown.js";
import { inKernel } from "../../notebook/kernel.js";
import { show } from "../../notebook/show.js";
import { noteCard, verdictCard } from "./card.js";
import { findExercise } from "./catalogue.js";
import type { Verdict } from "./content.js";
import { isTried, judge } from "./judge.js";
import { recordTry } from "./progress.js";

export { exercises } from "./catalogue.js";

/** A promise of the verdict where the answer is a function that returns promises. */
export type VerdictOn<Answer> = Answer extends (...input: never[]) => infer Result
  ? 0 extends 1 & Result
    ? Verdict
    : Result extends PromiseLike<unknown>
      ? Promise<Verdict>
      : Verdict
  : Verdict;

/** One exercise: the question stands in the notebook, the rest is here. */
export interface Exercise {
  readonly id: string;
  readonly title: string;
  /**
   * Shows below the cell whether the answer is right, and if not, why. Never throws: `undefined` is "not tried yet", and a
   * function that throws is a wrong answer. Where the answer takes its time, a function that returns promises or a drawing that a
   * network must read, it returns a promise of the verdict and shows the card when it is there.
   */
  check<Answer>(answer: Answer): VerdictOn<Answer>;
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
  const { content, number } = findExercise(id);
  const { title, hints, solution } = content;
  return {
    id,
    title,
    check<Answer>(answer: Answer) {
      const tell = (verdict: Verdict): Verdict => {
        const tried = isTried(answer);
        if (tried && inKernel()) recordTry(id, verdict.ok);
        show(verdictCard(number, title, verdict, { tried, next: verdict.ok ? undefined : nextStep(id) }));
        return quietly(verdict);
      };
      const verdict = judge(content, answer);
      return (verdict instanceof Promise ? verdict.then(tell) : tell(verdict)) as VerdictOn<Answer>;
    },
    hint() {
      const step = Math.min((hintsShown.get(id) ?? 0) + 1, hints.length);
      hintsShown.set(id, step);
      for (const [index, hint] of hints.slice(0, step).entries()) {
        const last = index === step - 1;
        show(
          noteCard(
            `${number}, hint ${index + 1} of ${hints.length}`,
            last ? `${hint}\n${nextStep(id)}` : hint,
          ),
        );
      }
    },
    solution() {
      show(noteCard(`${number}, solution`, solution));
    },
  };
}

/** What helps next: the first hint, the second, the solution. */
function nextStep(id: string): string {
  const call = (method: string) => `\`exercise("${id}").${method}()\``;
  const shown = hintsShown.get(id) ?? 0;
  if (shown === 0)
    return `${call("hint")} helps, again \`.hint()\` helps more, and \`.solution()\` shows how it is done.`;
  if (shown === 1) return `Again ${call("hint")} gives the second hint; then there is \`.solution()\`.`;
  return `${call("solution")} shows how it is done.`;
}

/** A kernel prints what a cell's last expression is worth; the card has said it all already. */
function quietly(verdict: Verdict): Verdict {
  const value = Object.defineProperty({ ...verdict }, inspect.custom, {
    value: () => (verdict.ok ? "right" : "not yet"),
  });
  return Object.defineProperty(value, alreadyShown, { value: true });
}
