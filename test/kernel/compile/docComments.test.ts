import assert from "node:assert/strict";
import { test } from "node:test";
import { createCompiler } from "../../../src/kernel/compile/compiler.js";
import { defaultOf, firstSentence, linked } from "../../../src/kernel/compile/docComments.js";

const compiler = createCompiler({ folder: import.meta.dirname });

/** Lines of a doc comment on `foo(x)`, and what is told. */
const comments: readonly (readonly [comment: string, told: string])[] = [
  ["Text.", "Text."],
  ["@see notebooks/06-mnist-cnn.ipynb", "*@see* notebooks/06-mnist-cnn.ipynb"],
  ["@see LeCun, Bottou and others, *Learning*, 1998", "*@see* LeCun, Bottou and others, *Learning*, 1998"],
  ["@see one, 1990;\ntwo, 1991\n\n@since 3", "*@since* 3\n\n*@see* one, 1990;\ntwo, 1991"],
  ["@see https://a.org/b?c=d the page", "*@see* https://a.org/b?c=d the page"],
  ["@see foo", "*@see* foo"],
  ["@see foo - that", "*@see* foo - that"],
  ["@see {foo}", "*@see* `foo`"],
  ["@see {@link foo}", "*@see* `foo`"],
  ["@see {@link foo | the foo} and {@link https://a.org}", "*@see* the foo and <https://a.org>"],
  ["@see {@link https://a.org words here}", "*@see* [words here](https://a.org)"],
  ["@see [words](\nhttps://a.org)", "*@see* [words](https://a.org)"],
  ["@param x", "*@param* `x`"],
  ["@param x the value", "*@param* `x`: the value"],
  ["@param x - the value", "*@param* `x`: the value"],
  ["@param x: the value", "*@param* `x`: the value"],
  ["@param x.y its part", "*@param* `x.y`: its part"],
  ["@throws {RangeError} if not", "*@throws* `RangeError` if not"],
  ["@throws {@link RangeError} if not", "*@throws* `RangeError` if not"],
  ["@throws if not", "*@throws* if not"],
  ["@returns the value", "*@returns* the value"],
  ["@default {128}", "*@default* `128`"],
  ["@default 128", "*@default* `128`"],
  ["@default {those of the model}", "*@default* those of the model"],
  ["@example\nfoo(1)\n\nfoo(2)", "*@example*\n\n```typescript\nfoo(1)\n\nfoo(2)\n```"],
  ["@example foo(1)", "*@example*\n\n```typescript\nfoo(1)\n```"],
  ["@example <caption>One</caption>\nfoo(1)", "*@example* One\n\n```typescript\nfoo(1)\n```"],
  ["@example\n```js\nfoo(1)\n```", "*@example*\n\n```js\nfoo(1)\n```"],
  ["@template T the type", "*@template* T the type"],
  ["@doc {heading: 'Layers'}", ""],
  ["@beta", "*@beta*"],
  [
    "Text.\n@see a\n@example\nb\n@throws c\n@returns d\n@param x e\n@deprecated f",
    "Text.\n\n*@deprecated* f\n\n*@param* `x`: e\n\n*@returns* d\n\n*@throws* c\n\n*@example*\n\n```typescript\nb\n```\n\n*@see* a",
  ],
];

for (const [comment, told] of comments) {
  test(`a doc comment as Markdown: ${JSON.stringify(comment)}`, () => {
    for (const end of ["\n */", " */"]) {
      const lines = `/**\n * ${comment.replaceAll("\n", "\n * ")}${end}`;
      const source = `${lines}\nfunction foo<T>(x: T) {}\nfoo`;
      assert.equal(compiler.inspect(source, source.length, 0)?.documentation, told, lines);
    }
  });
}

test("defaultOf(said): code as code, words as words", () => {
  const cases = [
    ["{3}", "`3`"],
    ["3", "`3`"],
    ["{1 / 255}", "`1 / 255`"],
    ['{"valid"}', '`"valid"`'],
    ["{{ height: 28 }}", "`{ height: 28 }`"],
    ["{[8, 16]}", "`[8, 16]`"],
    ["{size}", "`size`"],
    ["{all of them}", "all of them"],
    ["{`a`, then `b`}", "`a`, then `b`"],
    ["{64} for small ones", "`64` for small ones"],
  ] as const;
  for (const [said, told] of cases) assert.equal(defaultOf(said), told, said);
});

test("firstSentence(text) ends where the first one does", () => {
  const cases = [
    ["One. Two.", "One."],
    ["One\ntwo. Three", "One two."],
    ["Of 0.5 to 1.5, e.g. `a`. Two.", "Of 0.5 to 1.5, e.g. `a`."],
    ["As (i.e. A) it is. B", "As (i.e. A) it is."],
    ["One? Two", "One?"],
    ["No end\n\nAnother", "No end"],
    ["See {@link foo}. And.", "See `foo`."],
    ["", ""],
  ] as const;
  for (const [text, first] of cases) assert.equal(firstSentence(text), first, text);
});

test("linked(text) makes links Markdown", () => {
  assert.equal(
    linked("{@linkcode a} {@linkplain b|c} {@link https://a.org|d e}"),
    "`a` c [d e](https://a.org)",
  );
});
