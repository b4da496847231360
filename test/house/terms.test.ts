import assert from "node:assert/strict";
import { basename } from "node:path";
import { test } from "node:test";
import { lessonOrder } from "../../src/lessons/order.js";
import { filesUnder, read } from "./files.js";
import { cellsOf } from "./hygiene.js";
import { earlyUses, type Passage, proseOf, type Term, termFaults, termFinder } from "./terms.js";

const terms = JSON.parse(read("data/terms.json")) as readonly Term[];
const notebooks = filesUnder("notebooks", ".ipynb");
const passages: readonly Passage[] = lessonOrder.flatMap((lesson) => {
  const path = notebooks.find((file) => basename(file).slice(3) === `${lesson}.ipynb`);
  const cells = path === undefined ? [] : cellsOf(read(path));
  return cells.flatMap(({ id, cell_type, source }) =>
    cell_type === "markdown" ? [{ lesson, cell: id, text: source }] : [],
  );
});

test("data/terms.json names cells that explain their terms, and every form once", () => {
  assert.ok(terms.length >= 100 && passages.length > 300, "terms and lessons were found");
  assert.deepEqual(termFaults(terms, passages), []);
  for (const { more, lesson } of terms) {
    if (more !== undefined)
      assert.ok(lessonOrder.indexOf(more as never) > lessonOrder.indexOf(lesson as never));
  }
});

test("the words of this project's vocabulary are among the terms", () => {
  const wanted = [
    ...["channel", "kernel", "window", "stride", "padding", "dilation", "feature map", "logit", "label"],
    ...["epoch", "batch", "validation", "momentum", "tanh", "gradient", "dropout", "learning rate", "seed"],
  ];
  const missing = wanted.filter((word) => !terms.some(({ term }) => term === word));
  assert.deepEqual(missing, []);
});

test("no lesson uses a term before the cell that explains it", () => {
  assert.deepEqual(earlyUses(terms, passages), []);
});

const sum: Term = { term: "sum", meaning: "All together.", lesson: "b", cell: "b1", more: "c" };
const early = (text: string, term: Term = sum) => {
  const explained = { lesson: term.lesson, cell: term.cell, text: "" };
  return earlyUses([term], [{ lesson: "a", cell: "a1", text }, explained, { lesson: "b", cell: "b2", text }]);
};

test("earlyUses(terms, passages) finds the forms of a word, at the start of a sentence and in emphasis too", () => {
  assert.deepEqual(early("It is the sum of both."), [
    'a, cell a1: "sum" (… It is the sum of both. …) is explained only in b, cell b1',
  ]);
  for (const text of [
    "Sums.",
    "a *sum* here",
    "**sums**",
    "(sum)",
    "one sum, two",
    "# Title\n\n> A sum",
    "> the\n> sum",
  ])
    assert.equal(early(text).length, 1, text);
  const pooling = { ...sum, term: "max pooling", forms: ["max pooled"] };
  for (const text of ["*max* pooling", "max\npooling", "Max pooled"])
    assert.equal(early(text, pooling).length, 1, text);
});

test("earlyUses(terms, passages) leaves out what is no use, and what is excused", () => {
  for (const text of [
    "consumption, sum-up, summary, resume",
    "# A sum",
    "the code `sum(a)` and\n\n```\na sum\n```",
    "**Sources:** A. Author, *The sum of things*, 1998.",
    "the [next page](https://example.org/sum)",
    "a sum ([lesson 02](02-b.ipynb)) first",
    "a sum ([lesson 03](03-c.ipynb)) first",
  ])
    assert.deepEqual(early(text), [], text);
  assert.equal(early("a sum.\n\nMore in [lesson 02](02-b.ipynb).").length, 1, "a link in another paragraph");
  assert.equal(early("a sum ([lesson 04](04-d.ipynb))").length, 1, "a link to another lesson");
  assert.deepEqual(early("in sum, yes", { ...sum, otherwise: ["in sum"] }), []);
});

test("earlyUses(terms, passages) allows a heading to name what its own lesson explains", () => {
  const explained = { lesson: "b", cell: "b1", text: "A *sum* is …" };
  const headed = (lesson: string) => [{ lesson, cell: "x", text: "Text.\n\n## The sum\n\nText." }, explained];
  assert.deepEqual(earlyUses([sum], headed("b")), []);
  assert.equal(earlyUses([sum], headed("a")).length, 1);
});

test("termFinder(terms) takes the longest form, so that a feature map is no map", () => {
  const find = termFinder(["map", "feature map", "feature"].map((term) => ({ ...sum, term })));
  assert.deepEqual(
    find("Feature maps, a map, features").map(({ use }) => use),
    ["Feature maps", "map", "features"],
  );
});

test("termFaults(terms, passages) finds cells that are not there, silent cells, and forms claimed twice", () => {
  const there = [{ lesson: "b", cell: "b1", text: "# The sum" }];
  assert.deepEqual(termFaults([sum], there), []);
  const faults = (term: Partial<Term>) => termFaults([{ ...sum, ...term }], there).join("\n");
  assert.match(faults({ cell: "b9" }), /b has no Markdown cell b9/);
  assert.match(faults({ term: "total" }), /cell b1 of b does not name it/);
  assert.match(faults({ meaning: "all together" }), /no sentence/);
  assert.match(
    termFaults(
      [sum, { ...sum, term: "total", forms: ["sums"] }],
      [{ ...there[0], text: "sum, total" } as Passage],
    ).join(),
    /"sums" is a form of/,
  );
  assert.equal(proseOf("a **b** `c` [d](e)").trim(), "a b  [d]");
});
