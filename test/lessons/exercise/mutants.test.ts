import assert from "node:assert/strict";
import { test } from "node:test";
import { mutantsOf, valueFrom } from "./mutants.js";

const changes = (source: string) => mutantsOf(source).map(({ what }) => what.replace(/^\d+:\d+ /, ""));

test("mutantsOf(source) changes one thing at a time: operators, indices, axes, ends, and what is taken of a list", () => {
  const cases: [source: string, some: string[]][] = [
    ["a - b", ["- -> +", "a - b -> ((b) - (a))", "a - b -> (a)"]],
    ["(a * 2) / b", ["* -> /", "/ -> *", "2 -> 3", "2 -> 1"]],
    ["const f = (row, column) => map[row][column]", ["row -> column", "column -> row", "row -> row + 1", "column -> column - 1"]],
    ["Math.max(...values)", ["max -> min", "Math.max(...values) -> ((values).reduce((total, value) => total + value, 0))", "Math.max(...values) -> ((values).reduce((total, value) => total + value, 0) / (values).length)", "Math.max(...values) -> (values)[0]"]],
    ["values.reduce((sum, value) => sum + value, 0)", ["values.reduce((sum, value) => sum + value, 0) -> Math.max(...values)"]],
    ["map.flat()", ["map.flat() -> map[0]"]],
    ["Math.floor(x)", ["floor -> ceil", "floor -> round", "Math.floor(x) -> (x)"]],
    ["for (let i = 0; i < n; i++) sum += i;", ["< -> <=", "i++ -> i--", "+= -> -=", "0 -> 1", "sum += i; -> ;"]],
    ["yes ? one : two", ["yes ? one : two -> (one)", "yes ? one : two -> (two)"]],
    ["box.top + box.left", ["top -> left", "left -> top", "top -> bottom"]],
    ["list.length", ["list.length -> (list.length - 1)"]],
    ["-x", ["-x -> (x)"]],
    ["list.sort((p, q) => q - p).slice(0, 3)", ["list.sort((p, q) => q - p).slice(0, 3) -> list.sort((p, q) => q - p)", "q - p -> ((p) - (q))"]],
  ]; // biome-ignore format: pairs
  for (const [source, some] of cases) {
    const found = changes(source);
    for (const change of some)
      assert.ok(found.includes(change), `${source}: ${change} in\n${found.join("\n")}`);
    assert.equal(new Set(mutantsOf(source).map((mutant) => mutant.source)).size, found.length, "none twice");
    assert.ok(!mutantsOf(source).some((mutant) => mutant.source === source), "none unchanged");
  }
  assert.deepEqual(changes("const f = (row: number, top: Row) => 'row'"), [], "types, names and texts stay");
});

test("valueFrom(source, scope) runs what is declared first, and ends loops that do not end", () => {
  assert.equal(valueFrom("(1 + 2) * three", { three: 3 }), 9);
  const loop = valueFrom("function f(n: number) { let i = 0; while (i < n) i += 1; return i; }") as (
    n: number,
  ) => number;
  assert.equal(loop(5), 5);
  assert.throws(() => loop(Number.POSITIVE_INFINITY), /does not end/);
  assert.equal(loop(7), 7, "counts begin anew with each call");
});
