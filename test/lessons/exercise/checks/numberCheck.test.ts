import assert from "node:assert/strict";
import { test } from "node:test";
import { numberCheck } from "../../../../src/lessons/exercise/checks/numberCheck.js";

const said = (finding: unknown) => (finding === true ? "right" : (finding as { message: string }).message);

test("numberCheck(wanted, …) compares whole numbers as whole numbers, and tells a fraction that is near", () => {
  const check = numberCheck(63_600, [[57_600, "One step is missing."]], "Count again.");
  for (const answer of [63600, "63.600", "63,600", "63 600", [63600], 63600n])
    assert.equal(check(answer), true);
  assert.equal(said(check(57_600)), "One step is missing.");
  assert.equal(said(check("57.600")), "One step is missing.");
  assert.match(said(check(63_600.2)), /^63600\.2 is no whole number/);
  assert.equal(said(check(63_601)), "Count again.");
  assert.equal(said(check(Number.NaN)), "Give one number. This comes to NaN, which is none.");
  assert.equal(said(check("many")), 'Give one number. This is the text "many".');
});

test("numberCheck(wanted, …) takes fractions with the rounding that is stated, and squares by their side", () => {
  const third = numberCheck(1 / 3, [[2 / 3, "Twice as much."]], "No.", { tolerance: 1e-3, rounding: 1e-2 });
  assert.deepEqual(
    [0.333, "1/3", 0.3334, 0.3, 0.67].map((answer) => said(third(answer))),
    ["right", "right", "right", "No.", "Twice as much."],
  );
  const side = numberCheck(7, [], "No.", { square: true });
  assert.deepEqual(
    ["7x7", [7, 7], 7, "7x5"].map((answer) => said(side(answer))),
    ["right", "right", "right", 'Give one number. This is the text "7x5".'],
  );
});
