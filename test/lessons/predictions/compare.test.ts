import assert from "node:assert/strict";
import { test } from "node:test";
import { compare } from "../../../src/lessons/predictions/compare.js";
import { printed, withKernel } from "../../notebook/fakeKernel.js";

test("compare(guess, answer) shows a card as a table and as text, and returns nothing", () => {
  withKernel(({ sent }) => {
    assert.equal(compare(8, 16, { unit: "sums" }), undefined);
    assert.equal(sent.length, 1);
    const { "text/html": html, "text/plain": text, ...others } = sent[0]?.data ?? {};
    assert.deepEqual(others, {});
    assert.equal(
      text,
      "↔ A surprise\nYour guess: 8 sums\nThe answer: 16 sums\nThe answer is twice your guess.",
    );
    const cells = [...String(html).matchAll(/<t[hd](?: [^>]*)?>([^<]*)</g)].map(([, inside]) => inside);
    assert.deepEqual(cells, ["your guess", "the answer", "8 sums", "16 sums"]);
  });
});

test("compare(guess, answer) has a row for each of several answers", () => {
  withKernel(({ sent }) => {
    compare({ corner: 9 }, { corner: 4, middle: 9 });
    const html = String(sent[0]?.data["text/html"]);
    const rows = html
      .split("<tr>")
      .map((row) => [...row.matchAll(/<t[hd](?: [^>]*)?>([^<]*)</g)].map(([, cell]) => cell));
    assert.deepEqual(rows.slice(1), [
      ["", "your guess", "the answer", ""],
      ["corner", "9", "4", "Your guess is 2.3 times the answer."],
      ["middle", "–", "9", "Not guessed."],
    ]);
    assert.match(
      String(sent[0]?.data["text/plain"]),
      /\nThe answer: corner: 4; middle: 9\ncorner: Your guess is/,
    );
  });
});

test("compare(guess, answer) leaves colours to the theme, but for the edge, and escapes what it shows", () => {
  withKernel(({ sent }) => {
    for (const guess of [undefined, "a < b", "<b>", 3]) compare(guess, "a < b");
    for (const { data } of sent) {
      const html = String(data["text/html"]);
      assert.doesNotMatch(
        html.replace(/border-left: 4px solid #[0-9a-f]{6}/, ""),
        /color|background|#[0-9a-f]{3}/i,
      );
      assert.doesNotMatch(html, /a < b|<b>(?![✓≈↔…?])/);
    }
  });
});

test("compare(guess, answer) prints the same text where there is no notebook", () => {
  assert.deepEqual(
    printed(() => compare(undefined, 16)).map((line) => String(line).split("\n").slice(0, 2)),
    [["… Not guessed", "The answer: 16"]],
  );
});

test("compare(guess, answer, options) takes a unit, and says what else it does not know", () => {
  for (const options of [{}, undefined, { unit: undefined }] as never[])
    assert.equal(printed(() => compare(1, 2, options)).length, 1);
  const wrong = { units: "%" } as { unit?: string };
  assert.throws(() => compare(1, 2, wrong), {
    name: "TypeError",
    message: /^Cannot compare guess and answer/,
  });
});
