import assert from "node:assert/strict";
import { test } from "node:test";
import { connectionTable } from "../../../src/lessons/lenet-5/connectionTable.js";
import { driven, itemsOf } from "../explorer/vegaExplorer.js";

test("connectionTable(connections, inputs) fills a cell for each link and writes the sums", async () => {
  const figure = connectionTable([[0, 1], [2], [0, 1, 2]], 3);
  await driven(figure, {}, (view) => {
    const cells = itemsOf(view, (mark) => mark.marktype === "rect").filter(
      ({ datum }) => datum !== undefined,
    );
    const linked = cells.filter(({ datum }) => (datum as { linked?: string }).linked === "linked");
    assert.equal(linked.length, 6);
    assert.ok(linked.every(({ fill }) => typeof fill === "string" && fill !== "#ffffff"));
    const fills = linked.map(({ fill }) => fill);
    assert.equal(new Set(fills).size, 3, "one, two and three links are told apart");
    const sums = itemsOf(view, (mark) => mark.marktype === "text").map(({ text }) => Number(text));
    for (const wanted of [2, 1, 3, 2, 2, 2]) assert.ok(sums.includes(wanted));
  });
});

test("connectionTable(connections, inputs) draws the maps in the order of their numbers, above nine as well", async () => {
  const figure = connectionTable(
    Array.from({ length: 12 }, (_, output) => [output % 3]),
    3,
  );
  await driven(figure, {}, (view) => {
    const cells = itemsOf(view, (mark) => mark.marktype === "rect") as readonly {
      x?: number;
      datum?: unknown;
    }[];
    const left = Array.from({ length: 12 }, (_, output) => {
      const own = cells.find(({ datum }) => Number((datum as { output?: unknown })?.output) === output);
      return own?.x ?? Number.NaN;
    });
    assert.deepEqual(
      left,
      [...left].sort((a, b) => a - b),
    );
    assert.equal(new Set(left).size, 12);
  });
});

test("connectionTable(connections, inputs) refuses links to maps that are not there", () => {
  assert.throws(() => connectionTable([[0, 3]], 3), /^RangeError: Cannot draw the table: map is 3/);
  assert.throws(() => connectionTable([], 3), /^RangeError: Cannot draw the table: there is no list of maps/);
});
