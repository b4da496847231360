// The kernel's program on the wire: sentences for what readers bring from elsewhere.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { errorText, Program } from "./program.js";

let kernel: Program;
before(async () => {
  kernel = await Program.start();
});
after(() => kernel.close());

test("commands of other kernels: one sentence says what does it here", async () => {
  const cases: [code: string, sentence: RegExp][] = [
    ["%%html\n<b>x</b>", /display\.html/],
    ["%%javascript\nlet a = 1", /TypeScript already/],
    ["%%bash\nls -la", /execSync\(`ls -la`/],
    ["%%writefile a.txt\nwords of it", /writeFileSync\("a\.txt"/],
    ["!ls -la", /execSync\(`ls -la`/],
    ["!ls", /execSync\(`ls`/],
    ["!pip install numpy", /npm install NAME/],
    ["!npm install d3", /npm install d3/],
    ["npm install d3", /npm install d3/],
    ["%timeit 1 + 1", /console\.time/],
    ["%matplotlib inline\n1", /Leave the line out/],
    ["// charts\nimport { tf } from 'convlab';\n%matplotlib inline", /Leave the line out/],
    ["%cd data", /process\.chdir\("data"\)/],
    ["%unknown thing", /commands of other kernels/],
    ["?console", /Shift\+Tab/],
    ["console.log??", /Shift\+Tab/],
  ];
  for (const [code, sentence] of cases) {
    const ran = await kernel.run(code);
    const text = errorText(ran);
    assert.match(text, sentence, code);
    assert.doesNotMatch(text, /TS\d/, code);
    assert.equal(text.match(/is no TypeScript/g)?.length, 1, text);
  }
});

test("lines of TypeScript that look like commands stay what they are", async () => {
  await kernel.run("const ready = false; const list = [1]; let n = 7;");
  for (const [code, result] of [
    ["!ready", "true"],
    ["!list.length", "false"],
    ["n\n% 4", "3"],
    ["//%magic\n1", "1"],
  ] as const)
    assert.equal((await kernel.run(code)).result, result, code);
  for (const code of ["!unknown && 3", "!ready.a.b", "const s: string = 1;\n!ready"])
    assert.match(errorText(await kernel.run(code)), /TS\d+/, code);
});

test("whoever reads the standard input is told at once to ask by input()", async () => {
  const cells = [
    'require("fs").readFileSync(0, "utf8")',
    'import { readFileSync } from "node:fs"; readFileSync("/dev/stdin")',
    'import * as readline from "node:readline/promises"; const rl = readline.createInterface({ input: process.stdin }); await rl.question("? ")',
    'import * as lines from "node:readline"; lines.createInterface(process.stdin, process.stdout).question("? ", () => {})',
    "for await (const line of process.stdin) console.log(line)",
    'process.stdin.on("data", () => {})',
    'process.stdin.once("readable", () => {})',
    "process.stdin.read()",
    "process.stdin.pipe(process.stdout)",
    'import { text } from "node:stream/consumers"; await text(process.stdin)',
    'await require("fs").promises.readFile("/dev/stdin")',
    'require("fs").openSync("/dev/stdin")',
  ];
  for (const code of cells) {
    const text = errorText(await kernel.run(code));
    assert.match(text, /Cannot read .*await input\(/, code);
  }
  assert.equal(
    (await kernel.run('process.stdin.on("end", () => {}); process.stdin.isTTY')).reply.status,
    "ok",
  );
});

test("prompt, confirm and alert ask the reader", async () => {
  const answers = ["Ada", "", "yes", "no", ""];
  const id = await kernel.client.execute(
    `const said = [await prompt("Name?"), await prompt("Name?", "Bob"), await confirm("Go on?"), await confirm("Go on?"), await alert("Done")]; said`,
    { allow_stdin: true },
  );
  const prompts: string[] = [];
  const asked = new Set<string>();
  for (const value of answers) {
    const request = await kernel.wait(
      "stdin",
      ({ parent, header }) => parent.msg_id === id && !asked.has(String(header.msg_id)),
      "input_request",
    );
    asked.add(String(request.header.msg_id));
    prompts.push(request.content.prompt);
    await kernel.client.send("stdin", "input_reply", { value });
  }
  assert.equal((await kernel.outcome(id)).result, "[ 'Ada', 'Bob', true, false, undefined ]");
  assert.deepEqual(prompts, ["Name? ", "Name? [Bob] ", "Go on? [y/N] ", "Go on? [y/N] ", "Done [Enter] "]);
});

test("an answer that is used before it is there is an error that names await", async () => {
  const cells = [
    'if (confirm("Go on?")) console.log("gone on")',
    'const name = "Hello " + prompt("Name?")',
    "console.log(`Hello $" + '{prompt("Name?")}`)',
    'const age = Number(prompt("Age?"))',
    'while (!confirm("Ready?")) {}',
    'const sure = confirm("Sure?");\nif (sure) console.log("sure")',
    'let ready = true; if (ready && confirm("b")) console.log(3)',
  ];
  for (const code of cells) assert.match(errorText(await kernel.run(code)), /write await before/, code);
  const own = await kernel.run(
    '{ const confirm = (text: string) => text === "yes"; if (confirm("yes")) console.log("own") }',
  );
  assert.equal(own.stdout, "own\n");
});

test("errors of TypeScript that newcomers meet say what to do in a notebook", async () => {
  const cases: [code: string, text: RegExp][] = [
    ["const x = 1;\nconst x = 2;", /TS2451: .*declares it twice/],
    ["return 5", /TS1108: .*leave return out/],
    ["function f() { await Promise.resolve() }", /TS1308: .*Write async/],
    ["const one = 1; one = 2", /TS2588: .*let/],
    ["notThere + 1", /TS2304: .*run that one first/],
    ["os.cpus()", /TS2304: .*import \* as os from "node:os"/],
    ["document.title", /TS2584: .*no page/],
    ['fetch("x").json()', /TS2339: .*forget await/],
  ];
  for (const [code, text] of cases) assert.match(errorText(await kernel.run(code)), text, code);
});
