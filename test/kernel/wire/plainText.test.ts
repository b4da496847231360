import assert from "node:assert/strict";
import { test } from "node:test";
import { plainText } from "../../../src/kernel/wire/plainText.js";

const texts: readonly (readonly [markdown: string, plain: string])[] = [
  ["Words with `code` and *stress*.", "Words with `code` and *stress*."],
  ["*@param* `a`: one", "@param a: one"],
  ["*@throws* `RangeError` if not", "@throws RangeError if not"],
  ["*@default* `3`", "@default 3"],
  ["- `a?: number` (default: `3`) A.\n  - `b: 1`", "- a?: number (default: `3`) A.\n  - b: 1"],
  [
    "See [the page](https://a.org/b) and <https://c.org>.",
    "See the page (https://a.org/b) and https://c.org.",
  ],
  ["[https://a.org](https://a.org)", "https://a.org"],
  ["[a](b) stays", "[a](b) stays"],
  ["One\n\n```js\nif (a) {\n\n  b\n}\n```\n\nTwo", "One\n\n    if (a) {\n\n      b\n    }\n\nTwo"],
  ["````\n```\n*@a*\n```\n````", "    ```\n    *@a*\n    ```"],
  ["~~~ts\na\n~~~\nb", "    a\nb"],
  ["```\nnever ends", "    never ends"],
  ["", ""],
];

for (const [markdown, plain] of texts) {
  test(`plainText(markdown) of ${JSON.stringify(markdown)}`, () => {
    assert.equal(plainText(markdown), plain);
  });
}
