import { isPromise, reasonOf } from "./checks/trials.js";
import type { ExerciseContent, Finding, Verdict } from "./content.js";

/** Whether something has been tried at all. */
export function isTried(answer: unknown): boolean {
  return answer !== undefined && answer !== null;
}

/** The verdict on an answer. Never throws; a promise of it where the check needs time, and that never fails either. */
export function judge({ check, because }: ExerciseContent, answer: unknown): Verdict | Promise<Verdict> {
  if (!isTried(answer)) {
    return { ok: false, message: "Not tried yet. Put your answer in, then run the cell again." };
  }
  if (isPromise(answer)) {
    return { ok: false, message: "This is a promise, not yet its value. Write await before it." };
  }
  const verdict = (finding: Finding): Verdict =>
    finding === true ? { ok: true, message: because } : { ok: false, message: finding.message };
  try {
    const finding = check(answer);
    return finding instanceof Promise ? finding.then(verdict).catch(thrown) : verdict(finding);
  } catch (error) {
    return thrown(error);
  }
}

function thrown(error: unknown): Verdict {
  return { ok: false, message: `Your answer could not be tried, it threw: ${reasonOf(error)}` };
}
