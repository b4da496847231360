import assert from "node:assert/strict";
import { test } from "node:test";
import { makeFigure } from "../../../src/charts/figure.js";
import { answerOf, failureOf, wordsOf } from "../../../src/notebook/live/answer.js";

const picture = (text: string) =>
  makeFigure(text, { "application/x": {} }, () => ({ png: Uint8Array.of(1, 2), width: 3, height: 4 }));

test("answerOf(figure) is its picture with its sentence", () => {
  assert.deepEqual(answerOf(picture("A map.")), {
    parts: [{ kind: "picture", png: "AQI=", width: 3, height: 4, text: "A map." }],
    failed: false,
  });
});

test("answerOf(value) is text where there is no picture", () => {
  const texts = (value: never) => answerOf(value).parts.map(({ kind, text }) => [kind, text]);
  assert.deepEqual(texts("a seven" as never), [["text", "a seven"]]);
  assert.deepEqual(texts(0 as never), [["text", "0"]]);
  assert.deepEqual(texts([1, 2] as never), [["text", "[ 1, 2 ]"]]);
  assert.deepEqual(texts(makeFigure("A table.", { "text/html": "<table>" }) as never), [
    ["text", "A table."],
  ]);
});

test("answerOf(prediction) is bars in the order of the classes, told the likeliest first", () => {
  const prediction = [
    { classIndex: 7, name: "7", probability: 0.94 },
    { classIndex: 1, name: "1", probability: 0.06 },
  ];
  const { parts } = answerOf(prediction);
  assert.deepEqual(parts, [
    {
      kind: "bars",
      bars: [
        { name: "1", share: 0.06, percent: "6.0%" },
        { name: "7", share: 0.94, percent: "94.0%" },
      ],
      text: "probability: 7 94.0%, 1 6.0%.",
    },
  ]);
});

test("answerOf(list) with figures or predictions shows each", () => {
  const prediction = [{ classIndex: 0, name: "cat", probability: 1 }];
  const answer = answerOf([picture("A map."), prediction, "and words"]);
  assert.deepEqual(
    answer.parts.map(({ kind }) => kind),
    ["picture", "bars", "text"],
  );
  assert.equal(wordsOf(answer), "A map.\nprobability: cat 100%.\nand words");
});

test("answerOf(undefined) says that something is to be returned", () => {
  assert.throws(
    () => answerOf(undefined),
    /^TypeError: Cannot show the answer: the function returned nothing\. Return/,
  );
});

test("failureOf(error) tells name and message, at a length", () => {
  assert.deepEqual(failureOf(new RangeError("no")), {
    parts: [{ kind: "text", text: "RangeError: no" }],
    failed: true,
  });
  assert.equal(failureOf("thrown text").parts[0]?.text, "thrown text");
  assert.ok((failureOf(new Error("x".repeat(1e5))).parts[0]?.text.length ?? 0) < 3000);
});
