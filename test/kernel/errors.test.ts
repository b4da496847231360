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

/** Cells, and what their tracebacks tell below the message. */
const libraries: [code: string, told: RegExp][] = [
  [
    "const one = 1;\ntf.ones([2, 2]).matMul(tf.ones([3, 3]))",
    /^ {4}at Cell \[N\]:2:17\n {6}tf\.ones.*\n +\^\n {4}… \d+ frames? in @tensorflow\/[^\n]*$/,
  ],
  [
    "wrong()",
    /^ {4}at wrong \(Cell \[\d+\]:2:13\)\n {6} {2}return tf.*\n +\^\n {4}at Cell \[N\]:1:1\n {4}… \d+ frames in @tensorflow\/tfjs-core$/,
  ],
  [
    "tf.tidy(() => {\n  tf.ones([2, 2]).reshape([3]); })",
    /^ {4}at Cell \[N\]:2:19\n.*\n +\^\n {4}at Cell \[N\]:1:4\n {4}… [^\n]+$/,
  ],
  [
    "await model.fit(tf.ones([2, 5]), tf.ones([3, 1]), { epochs: 1 })",
    /^ {4}at Cell \[N\]:1:13\n.*\n +\^\n {4}… \d+ frames in @tensorflow\/tfjs-layers$/,
  ],
  [
    "await tf.loadLayersModel('file:///nothing.json')",
    /^ {4}at Cell \[N\]:1:1\n.*\n +\^\n {4}… 1 frame in @tensorflow\/tfjs-node$/,
  ],
  [
    "await train(model, { inputs: tf.ones([2, 5]) } as any, { epochs: 1 })",
    /^ {4}at Cell \[N\]:1:1\n.*\n +\^\n {4}… \d+ frames in convlab$/,
  ],
  ["seeded('x' as any)", /^ {4}at Cell \[N\]:1:1\n.*\n +\^\n {4}… 2 frames in convlab$/],
  ["await require('fs/promises').readFile('/nothing')", /^ {4}at Cell \[N\]:1:1\n.*\n +\^\n {4}errno: -2/],
  [
    "for await (const part of require('fs').createReadStream('/nothing')) part",
    /^ {4}at Cell \[N\]:1:1\n.*\n +\^\n {4}errno: -2/,
  ],
  [
    "try { tf.ones([-1]) } catch (cause) { throw new Error('outer', { cause }) }",
    /^ {4}at Cell \[N\]:1:45\n.*\n +\^\n {2}caused by: Error: .*\n {6}at Cell \[N\]:1:10\n {6}… \d frames in @tensorflow\/tfjs-core$/,
  ],
];

test("an error out of a library shows the reader's line first, and the library in a few words", async () => {
  await kernel.run(`import { seeded, tf, train } from "convlab";
    const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [5] })] });
    model.compile({ optimizer: "sgd", loss: "meanSquaredError" });`);
  await kernel.run(
    "const wrong = () => {\n  return tf.conv2d(tf.ones([2]) as any, tf.ones([2]) as any, 1, 'same');\n}",
  );
  for (const [code, told] of libraries) {
    const ran = await kernel.run(code);
    const text = errorText(ran).replaceAll(`Cell [${ran.reply.execution_count}]`, "Cell [N]");
    const at = text.indexOf("\n    at ") + 1;
    assert.match(text.slice(at), told, code);
  }
  const { stdout } = await kernel.run("try { wrong() } catch (error: any) { console.log(error.stack) }");
  assert.match(stdout, /at conv2d_ \(.*tfjs-core.*\n[\s\S]*at wrong/, "the stack itself is whole");
});

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
