import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { promisify } from "node:util";
import ts from "typescript";
import { read, root } from "./files.js";
import { exportedValues } from "./layers.js";

const run = promisify(execFile);

/** Each entry with a name that only it has, how that is used, and a use that must be refused. */
const entries = [
  ["convlab", "crossCorrelate([[1, 2]], [[3]])", "crossCorrelate(1)"],
  ["convlab/lessons", "pocketForward([[1]])", "pocketForward(1)"],
  ["convlab/arithmetic", "outputLength(28, { kernel: 5 })", 'outputLength("28")'],
  ["convlab/charts", "table([{ a: 1 }])", "table(1)"],
] as const;
const nameIn = (use: string) => use.slice(0, use.indexOf("("));

/** A reader's own project: a folder elsewhere, with convlab among its packages. */
let folder = "";
before(() => {
  folder = mkdtempSync(join(tmpdir(), "convlab-entries-"));
  mkdirSync(join(folder, "node_modules"));
  symlinkSync(root, join(folder, "node_modules", "convlab"));
  symlinkSync(join(root, "node_modules", "@types"), join(folder, "node_modules", "@types"));
});
after(() => rmSync(folder, { recursive: true, force: true }));

test("every entry is found and checked by the resolvers that TypeScript has", () => {
  const { ModuleKind, ModuleResolutionKind } = ts;
  const resolvers = [
    ["nodenext", ModuleKind.NodeNext, ModuleResolutionKind.NodeNext],
    ["node16", ModuleKind.Node16, ModuleResolutionKind.Node16],
    ["bundler", ModuleKind.ESNext, ModuleResolutionKind.Bundler],
    ["node10", ModuleKind.ESNext, ModuleResolutionKind.Node10],
  ] as const;
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  const file = join(folder, "use.ts");
  const lines = entries.flatMap(([entry, use, wrong], index) => [
    `import { ${nameIn(use)} as use${index} } from "${entry}";`,
    `export const right${index} = ${use.replace(nameIn(use), `use${index}`)};`,
    `export const wrong${index} = ${wrong.replace(nameIn(wrong), `use${index}`)};`,
  ]);
  writeFileSync(file, lines.join("\n"));
  for (const [name, module, moduleResolution] of resolvers) {
    const options: ts.CompilerOptions = {
      target: ts.ScriptTarget.ES2022,
      module,
      moduleResolution,
      strict: true,
      noEmit: true,
      skipLibCheck: true,
      types: ["node"],
      typeRoots: [join(folder, "node_modules", "@types")],
    };
    const program = ts.createProgram([file], options);
    const found = ts.getPreEmitDiagnostics(program).map((each) => {
      const line = each.file?.getLineAndCharacterOfPosition(each.start ?? 0).line ?? -1;
      return `${line}: ${ts.flattenDiagnosticMessageText(each.messageText, " ")}`;
    });
    // Only the wrong uses are refused: the others have types, and the right ones.
    assert.deepEqual(
      found.map((text) => Number.parseInt(text, 10)),
      [2, 5, 8, 11],
      `${name}: ${found.join("\n")}`,
    );
  }
});

test("every entry can be imported and required in a folder elsewhere", async () => {
  const names = entries.map(([entry, use]) => [entry, nameIn(use)]);
  const program = `
    import { createRequire } from "node:module";
    const require = createRequire(process.cwd() + "/here.js");
    for (const [entry, name] of ${JSON.stringify(names)}) {
      const imported = await import(entry);
      console.log(entry, typeof imported[name], require(entry)[name] === imported[name]);
    }`;
  const { stdout } = await run(process.execPath, ["--input-type=module", "-e", program], { cwd: folder });
  const wanted = entries.map(([entry]) => `${entry} function true`);
  assert.deepEqual(stdout.trim().split("\n"), wanted);
});

test("convlab and convlab/lessons hold what their lists say, and nothing has two meanings", async () => {
  const program = `
    const print = async (entry) => console.log(JSON.stringify(Object.keys(await import(entry)).sort()));
    for (const entry of ["convlab", "convlab/lessons"]) await print(entry);`;
  const { stdout } = await run(process.execPath, ["--input-type=module", "-e", program], { cwd: folder });
  const [all, lessons] = stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as string[]);
  assert.deepEqual(all, exportedValues(read("src/index.ts")).sort());
  assert.deepEqual(lessons, exportedValues(read("src/lessons/index.ts")).sort());
});

test("convlab/arithmetic and convlab/charts load no TensorFlow: at most 150 ms more than nothing", async () => {
  const programs = ["0", 'import("convlab/arithmetic")', 'import("convlab/charts")'];
  const least = programs.map(() => Number.POSITIVE_INFINITY);
  // In turns, the least of several, and in processor time: a busy machine makes any one of them slow by the clock.
  const ending =
    'process.on("exit", () => { const { user, system } = process.cpuUsage(); console.log((user + system) / 1000); });';
  for (let round = 0; round < 7; round++) {
    for (const [index, program] of programs.entries()) {
      const { stdout } = await run(process.execPath, ["-e", `${ending} ${program}`], { cwd: folder });
      least[index] = Math.min(least[index] ?? 0, Number(stdout));
    }
  }
  const [bare = 0, ...more] = least;
  for (const [index, time] of more.entries()) {
    // A machine that is slow today is slow at nothing, too.
    assert.ok(
      time - bare <= Math.max(150, 2.5 * bare),
      `${programs[index + 1]} takes ${(time - bare).toFixed(0)} ms more`,
    );
  }
  const loaded = `await import("convlab/arithmetic"); await import("convlab/charts");
    const { cache } = (await import("node:module")).createRequire(process.cwd() + "/here.js");
    console.log(Object.keys(cache).filter((file) => file.includes("@tensorflow")).length);`;
  const { stdout } = await run(process.execPath, ["--input-type=module", "-e", loaded], { cwd: folder });
  assert.equal(stdout.trim(), "0");
});
