import assert from "node:assert/strict";
import { test } from "node:test";
import { completenessOf } from "../../../src/kernel/compile/completeness.js";

/** Beginnings of statements and expressions: more text can make each a whole. */
const beginnings = `
let x:|import|import {|import { a|import { a }|import { a } from|import a|import * as a|import type|export|export {
export default|export const|export function|export class|export * from|const|const a|const a: number|const { a }|let
let [a]|var|let x: number =|let x: number PIPE|let x: Array<|let x: { a:|type A|type A =|type A = {|type A<T|x =|x +=
a.|a?.|a[0].|a\\n.|a PIPEPIPE|a ??|a ?|a ? b :|class|class A|class A extends|class A implements|class A {|class A { x:
class A { m()|abstract class|interface|interface I|interface I extends|enum A|namespace N|if|if (|if (x)|if (x) {} else
if (x) {\\n}\\nelse if (y)|for|for (|for (const x of|for (const x of y)|while (x)|do|do {}|do {} while|try {|try {}
try {} catch (e)|try {} finally|switch (x)|switch (x) { case 1:|function|function f|function f(|function f()
function f(): number|async function f()|async () =>|x =>|new|await|typeof|!|[|(|f(|f(a,|f<|[1,|{|{ a:
{ a: 1,|{ a: 1, b:|{ ...a, b|{ f() {|x = { a|const x = 1\\n{ a: x, b:|label:|@dec|@dec()|x as|x satisfies|x instanceof
x in|import(|import.|using x`
  .trim()
  .split(/[|\n]/)
  .map((text) => text.replaceAll("PIPE", "|").replaceAll("\\n", "\n"));

test("completenessOf(source) calls every beginning incomplete, whatever white space or comment follows", () => {
  for (const text of beginnings) {
    for (const end of ["", " ", "\n", "\n\n", " // why", " /* why */\n"]) {
      assert.equal(completenessOf(text + end).status, "incomplete", JSON.stringify(text + end));
    }
  }
});

test("completenessOf(source) tells whole cells and cells that nothing can mend", () => {
  const cases: Record<string, readonly string[]> = {
    complete: [
      "let x",
      "let x: number",
      "var a, b",
      "declare const a: number",
      "declare function f(): void",
      "import 'a'",
      "import a = N.b",
      "export {}",
      "export default 5",
      "class A {}",
      "if (x) y",
      "if (x) {} else {}",
      "do x(); while (y)",
      "@dec class A {}",
      "{ a: 1, b: 2 }",
      "{ ...a }",
      "{ a, b } // both",
      "let a = 1\n{ a, c: [a] }",
      "{ f(); }",
      "new A",
      "x!",
      "type",
      "// comment",
    ],
    invalid: [
      "else {}",
      "f(1)) {",
      "{ a: 1 }}",
      "const 5 = 1",
      "'open",
      "...",
      "{ a: 1, b: 2, c d",
      "import 5",
    ],
    incomplete: ["'one \\\n", "const a = 'one \\"],
  };
  for (const [status, sources] of Object.entries(cases)) {
    for (const source of sources) assert.equal(completenessOf(source).status, status, source);
  }
});
