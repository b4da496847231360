// What a reader learns of an error: its class, its own fields, where it comes from; and what catches it gets it whole.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { errorText, Program } from "./program.js";

let kernel: Program;
before(async () => {
  kernel = await Program.start();
});
after(() => kernel.close());

/** The cell, the name and the message of its error, and what its traceback tells besides. */
const errors: [code: string, ename: string, evalue: string | RegExp, told?: RegExp][] = [
  [
    'require("fs").readFileSync("/nothing/here")',
    "Error",
    /ENOENT/,
    /code: 'ENOENT'[\s\S]*path: '\/nothing\/here'/,
  ],
  ['await require("fs/promises").open("/nothing")', "Error", /ENOENT/, /errno: -2[\s\S]*code: 'ENOENT'/],
  [
    'throw Object.assign(new Error("a"), { status: 404, body: { b: [1] } })',
    "Error",
    "a",
    /status: 404\n +body: \{ b: \[ 1 \] \}/,
  ],
  [
    "class NotFound extends Error { status = 404 } throw new NotFound('gone')",
    "NotFound",
    "gone",
    /NotFound: gone[\s\S]*status: 404/,
  ],
  ["class Named extends TypeError { override name = 'Mine' } throw new Named('x')", "Mine", "x"],
  ["class Wide extends RangeError {} throw new Wide('x')", "Wide", "x"],
  ["const plain = new Error('x'); plain.name = 'Given'; throw plain", "Given", "x"],
  ["new URL('no')", "TypeError", /Invalid URL/, /code: 'ERR_INVALID_URL'[\s\S]*input: 'no'/],
  ["AbortSignal.abort().throwIfAborted()", "AbortError", /aborted/],
  [
    "await Promise.any([Promise.reject(new RangeError('one')), Promise.reject('two')])",
    "AggregateError",
    /rejected/,
    /one of them: RangeError: one[\s\S]*one of them: 'two'/,
  ],
  [
    "throw new Error('a', { cause: Object.assign(new TypeError('b'), { code: 'E_B' }) })",
    "Error",
    "a",
    /caused by: TypeError: b[\s\S]*code: 'E_B'/,
  ],
  ["throw new Error('a', { cause: { code: 7 } })", "Error", "a", /caused by: \{ code: 7 \}/],
  ["require('vm').runInNewContext('null.x')", "TypeError", /null/],
  [
    "require('vm').runInNewContext('class Far extends Error { n = 1 } throw new Far(`far`)')",
    "Far",
    "far",
    /n: 1/,
  ],
  ["const own = new Error('self'); own.cause = own; throw own", "Error", "self"],
  ["throw 5", "Thrown", "5"],
  ["throw undefined", "Thrown", "undefined"],
  ["throw null", "Thrown", "null"],
  ["throw { code: 'E', deep: { n: 1 } }", "Thrown", "{ code: 'E', deep: { n: 1 } }"],
  ["throw Symbol('s')", "Thrown", "Symbol(s)"],
  ["await Promise.reject({ reason: 'r' })", "Thrown", "{ reason: 'r' }"],
  ["throw new Proxy({}, { get() { throw 1; }, getPrototypeOf() { throw 2; } })", "Thrown", /./],
  [
    "const odd = new Error('m'); Object.defineProperty(odd, 'bad', { enumerable: true, get() { throw 1; } }); throw odd",
    "Error",
    "m",
  ],
  [
    "throw Object.assign(Object.create(Error.prototype), { message: 'made', code: 3 })",
    "Error",
    "made",
    /code: 3/,
  ],
];
for (const [code, ename, evalue, told] of errors) {
  test(code, async () => {
    const ran = await kernel.run(code);
    assert.equal(ran.reply.ename, ename, errorText(ran));
    if (typeof evalue === "string") assert.equal(ran.reply.evalue, evalue);
    else assert.match(ran.reply.evalue, evalue);
    if (told !== undefined) assert.match(errorText(ran), told);
    assert.equal((await kernel.run("1 + 1")).result, "2");
  });
}

test("what is caught is what was thrown, through awaits, functions of earlier cells and files", async () => {
  await kernel.run(`class Refused extends Error { code = 42; constructor(readonly status: number) { super("refused", { cause: "why" }); } }
    async function refuse(): Promise<never> { await null; throw new Refused(503); }`);
  kernel.write(
    "refusing.ts",
    `export class Refusal extends Error { code = 1 } export const refusing = async () => { throw new Refusal("r"); };`,
  );
  const { result } = await kernel.run(`import { Refusal, refusing } from "./refusing";
    const caught: unknown[] = [];
    try { await refuse(); } catch (error: any) { caught.push(error instanceof Refused, error.code, error.status, error.cause); }
    try { for await (const x of (async function* () { yield await refuse(); })()) x; } catch (error: any) { caught.push(error instanceof Refused); }
    try { await refusing(); } catch (error: any) { caught.push(error instanceof Refusal, error.code, error.constructor.name); }
    try { throw 7; } catch (error) { caught.push(error); }
    caught.join()`);
  assert.equal(result, "'true,42,503,why,true,true,1,Refusal,7'");
});
