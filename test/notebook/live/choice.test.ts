import assert from "node:assert/strict";
import { test } from "node:test";
import { choice } from "../../../src/notebook/live/choice.js";
import type { PageControl } from "../../../src/notebook/live/control.js";

test("choice(options) begins with the first name unless told", () => {
  assert.equal(choice({ label: "map", values: ["a", "b"] }).value, "a");
  const second: "a" | "b" = choice({ label: "map", values: ["a", "b"], value: "b" }).value;
  assert.equal(second, "b");
});

test("take(sent) takes one of the names", () => {
  const control = choice({ label: "map", values: ["a", "b"] }) as PageControl<string>;
  control.take("b");
  for (const wrong of ["c", 0, null, undefined]) control.take(wrong);
  assert.deepEqual([control.value, control.packed], ["b", "b"]);
});

test("choice(options) refuses what it cannot be", () => {
  const label = "map";
  assert.throws(() => choice({ label, values: [] }), /^RangeError: Cannot make a choice/);
  assert.throws(
    () => choice({ label, values: ["a", "a"] }),
    /^RangeError: Cannot make a choice: "a" stands twice/,
  );
  assert.throws(
    () => choice({ label, values: [1 as never] }),
    /^TypeError: Cannot make a choice: name 0 is number/,
  );
  assert.throws(
    () => choice({ label, values: ["a", "b"], value: "c" as never }),
    /^RangeError: Cannot make a choice: value is "c"\. Give one of a, b/,
  );
  assert.throws(
    () => choice({ label: "", values: ["a"] }),
    /^TypeError: Cannot make a choice: the label is empty/,
  );
  assert.throws(() => choice({ label, values: ["a"], options: [] } as never), /there is no option options/);
});
