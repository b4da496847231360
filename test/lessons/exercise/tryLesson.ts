import assert from "node:assert/strict";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { inspect, isDeepStrictEqual } from "node:util";
import { findExercise } from "../../../src/lessons/exercise/catalogue.js";
import type { Verdict } from "../../../src/lessons/exercise/content.js";
import { exercise, exercises } from "../../../src/lessons/exercise/exercise.js";
import { kernelSymbol, type NotebookKernel } from "../../../src/notebook/kernel.js";
import { withKernel } from "../../notebook/fakeKernel.js";
import { mutantsOf, valueFrom } from "./mutants.js";

/** Answers by the id of the exercise: right ones, and wrong ones with what has to be said about them. */
export type Accepted = Readonly<Record<string, readonly unknown[]>>;
export type Rejected = Readonly<Record<string, readonly (readonly [answer: unknown, said: RegExp])[]>>;

/** The solution of one exercise, of which mutants are made. */
export interface Solved {
  /** Where it differs from the code in the exercise's solution: for a number how it is computed. */
  readonly source?: string;
  /** Names of the library that it uses. */
  readonly scope?: Readonly<Record<string, unknown>>;
  /** Mutants that are right all the same, each with its reason. */
  readonly equivalent?: Readonly<Record<string, string>>;
  /** Of an open exercise: which answers are right, judged apart from the library. */
  readonly oracle?: (value: never) => boolean;
  /** The answer made of what the source comes to. */
  readonly answer?: (value: unknown) => unknown;
}
export type Solutions = Readonly<Record<string, Solved>>;

process.env.CONVLAB_PROGRESS = mkdtempSync(join(tmpdir(), "convlab-progress-"));

const enough = 10;
const odd = [
  null,
  Number.NaN,
  Number.NEGATIVE_INFINITY,
  "",
  "x",
  [],
  {},
  [[1]],
  [[]],
  [null],
  () => {},
  () => {
    throw new Error("thrown by the answer");
  },
  Symbol("x"),
  true,
  new Map(),
  new Date(0),
  Promise.resolve(1),
];

/** The verdict, shown to nobody. */
export const check = (id: string, answer: unknown): Verdict => withKernel(() => exercise(id).check(answer));

/** The same for answers that take their time. */
export async function checked(id: string, answer: unknown): Promise<Verdict> {
  const place = globalThis as { [kernelSymbol]?: NotebookKernel };
  place[kernelSymbol] = { display: () => undefined };
  try {
    return await exercise(id).check(answer);
  } finally {
    delete place[kernelSymbol];
  }
}

/** Wrong answers of every kind that no number is read from. */
export const noNumbers: readonly (readonly [answer: unknown, said: RegExp])[] = [
  [Number.NaN, /comes to NaN/],
  [Number.POSITIVE_INFINITY, /comes to Infinity/],
  ["soon", /the text "soon"/],
  [[], /an empty list/],
  [{ a: 1, b: 2 }, /an object with a, b/],
  [() => 1, /a function/],
  [[1, 2, 3], /a list of 3 numbers/],
  [true, /This is true/],
  [[[1, 2], [3]], /not equally long/],
];

/** And what no list or table of numbers is read from. */
export const noLists: readonly (readonly [answer: unknown, said: RegExp])[] = [
  ["soon", /the text "soon"/],
  [{ a: "x" }, /an object with a/],
  [() => [1], /a function/],
  [[1, "x"], /the text "x" in it/],
  [[[1, 2], [3]], /not equally long/],
  [true, /This is true/],
];

/** And what is no pair of tables. */
export const noPairs: readonly (readonly [answer: unknown, said: RegExp])[] = [
  ["soon", /the text "soon"/],
  [{ first: [[1]] }, /an object with first/],
  [{ first: "x", second: "y", weights: "z" }, /The first \w+ is the text "x"/],
  [[[1], [2], [3], [4]], /numbers in 4 x 1/],
  [() => [1], /a function/],
  [true, /This is true/],
];

/** And what is no function. */
export const noFunctions: readonly (readonly [answer: unknown, said: RegExp])[] = [
  [42, /Pass the .*function.*This is 42/],
  ["soon", /the text "soon"/],
  [[1, 2], /a list of 2 numbers|not its result/],
  [() => undefined, /returns nothing. Is a `return` missing\?|return.* a function/],
  [() => { throw new Error("sum is not defined"); }, /it threw: sum is not defined/],
  [async () => { throw new Error("not now"); }, /it threw: not now/],
  [() => "soon", /the text "soon"|must return a function/],
  [() => Number.NaN, /NaN|must return a function/],
]; // biome-ignore format: short functions

/** Tests that every lesson's exercises have to pass; `lesson` is its name. */
export function tryLesson(
  lesson: string,
  accepted: Accepted,
  rejected: Rejected,
  solutions: Solutions,
  counts: readonly [least: number, most: number] = [4, 6],
): void {
  test(`${lesson} has ${counts[0]} to ${counts[1]} exercises, and all of them are tried here`, () => {
    const ids = exercises().filter((id) => id.startsWith(`${lesson}.`));
    assert.ok(ids.length >= counts[0] && ids.length <= counts[1], ids.join());
    assert.deepEqual(
      ids,
      ids.map((_, index) => `${lesson}.${index + 1}`),
    );
    assert.deepEqual([accepted, rejected, solutions].map(Object.keys), [ids, ids, ids]);
  });

  for (const id of Object.keys(accepted)) {
    test(`exercise("${id}").check(answer) takes right answers in the forms people give them`, async () => {
      assert.ok((accepted[id]?.length ?? 0) >= enough, `${accepted[id]?.length} forms`);
      const refused: string[] = [];
      for (const answer of accepted[id] ?? []) {
        const { ok, message } = await checked(id, answer);
        if (!ok) refused.push(`${written(answer)}: ${message}`);
        assert.ok(!ok || message.length > 20, `it says why: ${message}`);
      }
      assert.deepEqual(refused, []);
    });

    test(`exercise("${id}").check(answer) rejects wrong answers and says what went wrong`, async () => {
      assert.ok((rejected[id]?.length ?? 0) >= enough, `${rejected[id]?.length} wrong answers`);
      const faults: string[] = [];
      for (const [answer, said] of rejected[id] ?? []) {
        const { ok, message } = await checked(id, answer);
        if (ok || !said.test(message) || /\bundefined:|\[object|\bx pixels/.test(message))
          faults.push(`${written(answer)}\n  ${ok ? "PASSES" : message}\n  wanted ${said}`);
      }
      assert.equal(faults.join("\n\n"), "");
    });

    test(`exercise("${id}").check(answer) refuses every mutant of its solution`, async () => {
      await refusesMutants(id, solutions[id] ?? {});
    });

    test(`exercise("${id}").check(answer) never throws, and leaves an untried answer alone`, () => {
      for (const answer of odd) assert.equal(check(id, answer).ok, false, inspect(answer));
      assert.match(check(id, undefined).message, /^Not tried yet/);
    });

    test(`exercise("${id}") has two hints and a solution`, () => {
      withKernel(({ sent }) => {
        exercise(id).hint();
        exercise(id).hint();
        exercise(id).solution();
        const shown = sent.map(({ data }) => String(data["text/plain"]));
        assert.equal(shown.filter((text) => text.includes("hint 2 of 2")).length, 1, shown.join("\n"));
        assert.match(shown.at(-1) ?? "", /solution/);
      });
    });
  }
}

/** An answer as it stands in the test. */
function written(answer: unknown): string {
  return typeof answer === "function" ? String(answer) : inspect(answer, { depth: 4, breakLength: 120 });
}

/** The code in the text of a solution. */
export function codeOf(id: string): string {
  const { solution } = findExercise(id).content;
  return /```\n([\s\S]*?)```/.exec(solution)?.[1] ?? /`([^`]+)`/.exec(solution)?.[1] ?? "";
}

async function refusesMutants(id: string, solved: Solved): Promise<void> {
  const { source = codeOf(id), scope = {}, equivalent = {}, oracle, answer = (value) => value } = solved;
  const right = valueFrom(source, scope);
  const first = await checked(id, answer(right));
  assert.ok(first.ok, `the solution itself: ${first.message}`);
  const mutants = mutantsOf(source);
  assert.ok(mutants.length >= 4, `${mutants.length} mutants of ${source}`);
  const survivors: string[] = [];
  for (const mutant of mutants) {
    const value = attempt(() => valueFrom(mutant.source, scope));
    if (value === undefined || (typeof value !== "function" && isDeepStrictEqual(value, right))) continue;
    const { ok, message } = await checked(id, answer(value));
    if (oracle !== undefined) assert.equal(ok, oracle(value as never), `${mutant.what}: ${message}`);
    else if (ok) survivors.push(mutant.what);
    if (!ok) assert.doesNotMatch(message, /returns (.+); expected is \1\.(?: |$)/, mutant.what);
  }
  assert.deepEqual(survivors.sort(), Object.keys(equivalent).sort());
}

/** Undefined where a mutant is no program, or throws. */
function attempt<Value>(make: () => Value): Value | undefined {
  try {
    return make();
  } catch {
    return undefined;
  }
}
