import assert from "node:assert/strict";
import { test } from "node:test";
import { inspect } from "node:util";
import { exercise, exercises } from "../../../src/lessons/exercise/exercise.js";
import { withKernel } from "../../notebook/fakeKernel.js";

/** Answers by the id of the exercise: right ones, and wrong ones with what has to be said about them. */
export type Accepted = Readonly<Record<string, readonly unknown[]>>;
export type Rejected = Readonly<Record<string, readonly (readonly [answer: unknown, said: RegExp])[]>>;

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
export const check = (id: string, answer: unknown) => withKernel(() => exercise(id).check(answer));

/** Tests that every lesson's exercises have to pass; `lesson` is its name. */
export function tryLesson(lesson: string, accepted: Accepted, rejected: Rejected): void {
  test(`${lesson} has four to six exercises, and all of them are tried here`, () => {
    const ids = exercises().filter((id) => id.startsWith(`${lesson}.`));
    assert.ok(ids.length >= 4 && ids.length <= 6, ids.join());
    assert.deepEqual(
      ids,
      ids.map((_, index) => `${lesson}.${index + 1}`),
    );
    assert.deepEqual([Object.keys(accepted), Object.keys(rejected)], [ids, ids]);
  });

  for (const id of Object.keys(accepted)) {
    test(`exercise("${id}").check(answer) takes right answers in the forms people give them`, () => {
      for (const answer of accepted[id] ?? []) {
        const { ok, message } = check(id, answer);
        assert.ok(ok, `${inspect(answer)}: ${message}`);
        assert.ok(message.length > 20, `it says why: ${message}`);
      }
    });

    test(`exercise("${id}").check(answer) rejects typical wrong answers and says what went wrong`, () => {
      assert.ok((rejected[id]?.length ?? 0) >= 3, "three wrong answers at least");
      for (const [answer, said] of rejected[id] ?? []) {
        const { ok, message } = check(id, answer);
        assert.equal(ok, false, inspect(answer));
        assert.match(message, said, inspect(answer));
      }
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
