import assert from "node:assert/strict";
import { test } from "node:test";
import { functionCheck } from "../../../../src/lessons/exercise/checks/functionCheck.js";
import { listOfNumbers, oneNumber } from "../../../../src/lessons/exercise/checks/kinds.js";

type Numbers = readonly number[];
const sum = (values: Numbers) => values.reduce((total, value) => total + value, 0);
const checkSum = functionCheck<[Numbers], number>({
  name: "add",
  takes: ["values"],
  cases: [[[2, 2]], [[1, 2, 3]], [[-1, 5]]],
  returns: oneNumber,
  right: sum,
  mistakes: [
    [(values) => values.reduce((product, value) => product * value, 1), "These are products."],
    [(values) => Math.max(...values), "That is the largest."],
  ],
  hintAt: (value, wanted) => (value > wanted ? "Too much." : undefined),
});
const said = (finding: unknown) => (finding === true ? "right" : (finding as { message: string }).message);

test("functionCheck(task) shows the first case that fails, not the first case", () => {
  assert.equal(checkSum(sum), true);
  const twoOnly = ([a = 0, b = 0]: Numbers) => a + b;
  assert.equal(said(checkSum(twoOnly)), "For values [1, 2, 3] it returns 3; expected is 6.");
});

test("functionCheck(task) names a mistake only where every case has its result", () => {
  assert.equal(said(checkSum((values: Numbers) => Math.max(...values))), "That is the largest.");
  const largestOfTwo = (values: Numbers) => (values.length === 2 ? Math.max(...values) : 0);
  assert.equal(said(checkSum(largestOfTwo)), "For values [2, 2] it returns 2; expected is 4.");
});

test("functionCheck(task) tells numbers apart that look alike", () => {
  assert.equal(
    said(checkSum((values: Numbers) => sum(values) + 0.00012)),
    "For values [2, 2] it returns 4.00012; expected is 4. Too much.",
  );
});

test("functionCheck(task) says what came instead of a number", () => {
  const cases: [answer: unknown, message: RegExp][] = [
    [() => undefined, /^The function returns nothing\. Is a `return` missing\?$/],
    [() => "soon", /^For values \[2, 2\] it returns the text "soon"; it must return one number, here 4\.$/],
    [() => Number.NaN, /it returns NaN; expected is 4\. NaN comes of/],
    [() => { throw new Error("x is not defined"); }, /^For values \[2, 2\] it threw: x is not defined$/],
    [42, /Pass the function itself: `check\(add\)`, a function of \(values\).* This is 42\.$/],
  ]; // biome-ignore format: pairs
  for (const [answer, message] of cases) assert.match(said(checkSum(answer)), message);
});

test("functionCheck(task) refuses a changed argument and what is kept from call to call", () => {
  const emptied = (values: number[]) => {
    const total = sum(values);
    values.length = 0;
    return total;
  };
  assert.match(said(checkSum(emptied)), /^The result is right, but `values` itself was changed/);
  const largest = (values: number[]) => Math.max(...values.splice(0));
  assert.match(
    said(checkSum(largest)),
    /^That is the largest\. It also changes `values` itself, .*: work on a copy\.$/,
  );
  const first = (values: number[]) => values.shift() ?? 0;
  assert.match(said(checkSum(first)), /it returns 2; expected is 4\. It also changes `values` itself/);
  let calls = 0;
  const tired = (values: Numbers) => (calls++ < 3 ? sum(values) : 0);
  assert.match(
    said(checkSum(tired)),
    /^Right the first time\. Called once more.*`add` returns something else/,
  );
});

test("functionCheck(task) waits for functions that return promises", async () => {
  const later = checkSum(async (values: Numbers) => sum(values));
  assert.ok(later instanceof Promise);
  assert.equal(await later, true);
  assert.equal(said(await checkSum(async (values: Numbers) => Math.max(...values))), "That is the largest.");
  assert.match(said(await checkSum(() => Promise.reject(new Error("not now")))), /it threw: not now/);
  const emptied = async (values: number[]) => {
    const total = sum(values);
    await Promise.resolve();
    values.length = 0;
    return total;
  };
  assert.match(said(await checkSum(emptied)), /itself was changed/);
});

test("functionCheck(task) counts what lists lack, and lets a rule with NaN be known", () => {
  const halves = functionCheck<[Numbers], Numbers>({
    name: "halves",
    takes: ["values"],
    cases: [[[2, 4]], [[0]], [[1, 2, 3]]],
    returns: listOfNumbers,
    right: (values) => values.map((value) => value / 2),
    mistakes: [[(values) => values.map((value) => value / value), "Divided by itself."]],
  });
  assert.equal(said(halves((values: Numbers) => values.map((value) => value / value))), "Divided by itself.");
  assert.equal(
    said(halves((values: Numbers) => values.slice(1).map((value) => value / 2))),
    "For values [2, 4] it returns 1 number, and 2 numbers are expected.",
  );
});
