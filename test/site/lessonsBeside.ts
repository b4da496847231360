// The cells of the lessons on the built library in a headless Chromium, beside the same in Node:
// node --import tsx test/site/lessonsBeside.ts [--own] [--out dist-site] [03 05 …]
import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { build } from "esbuild";
import { chromium } from "playwright-core";
import { root } from "../house/files.js";
import type { CellOutput } from "./cellRunner.js";
import { compareOutputs } from "./compareOutputs.js";
import { type Program, programs } from "./programs.js";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { own: { type: "boolean" }, out: { type: "string" }, keep: { type: "string" } },
});
const site = join(root, values.out ?? "dist-site");
const kept = values.keep;
const types: Readonly<Record<string, string>> = {
  ".js": "text/javascript", ".wasm": "application/wasm", ".json": "application/json", ".html": "text/html",
}; // biome-ignore format: a table

const worker = await build({
  entryPoints: [join(root, "test/site/workerCells.ts")],
  bundle: true,
  format: "esm",
  write: false,
  alias: { "node:util": "node-inspect-extracted" },
  external: ["http*"],
});
const server = createServer((request, response) => {
  const path = decodeURIComponent(new URL(request.url ?? "/", "http://x").pathname);
  response.setHeader("content-type", types[extname(path)] ?? "application/octet-stream");
  if (path === "/page.html") return void response.end("<title>lessons</title>");
  if (path === "/worker.js") return void response.end(worker.outputFiles[0]?.text);
  try {
    response.end(readFileSync(join(site, path.replace(/^\/some\/folder\//, ""))));
  } catch {
    response.statusCode = 404;
    response.end();
  }
});
await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });

let differences = 0;
for (const program of programs(positionals, values.own ? "own" : "quick")) {
  const began = Date.now();
  const here = await inNode(program);
  const between = Date.now();
  const there = await inBrowser(program);
  if (kept) {
    mkdirSync(kept, { recursive: true });
    writeFileSync(join(kept, `${program.name}.json`), JSON.stringify({ here, there }));
  }
  const found = compareOutputs(program, here, there);
  differences += found.length;
  const seconds = (from: number, to: number) => ((to - from) / 1000).toFixed(0);
  console.log(
    `${program.name}: ${there.length} of ${program.cells.length} cells, Node ${seconds(began, between)} s, browser ${seconds(between, Date.now())} s, tensors left ${here.at(-1)?.tensors} and ${there.at(-1)?.tensors}, ${found.length} differences`,
  );
  for (const each of found) console.log(`  ${each}`);
}
await browser.close();
server.close();
process.exitCode = differences === 0 ? 0 : 1;

async function inNode(program: Program): Promise<CellOutput[]> {
  const child = spawn(process.execPath, ["--import", "tsx", join(root, "test/site/nodeCells.ts")], {
    cwd: root,
  });
  child.stdin.end(JSON.stringify(program));
  child.stderr.pipe(process.stderr);
  const outputs: CellOutput[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.startsWith("{")) outputs.push(JSON.parse(line) as CellOutput);
  }
  return outputs;
}

async function inBrowser(program: Program): Promise<CellOutput[]> {
  const page = await browser.newPage();
  const outputs: CellOutput[] = [];
  page.on("console", (message) => console.log(`  console: ${message.text().slice(0, 300)}`));
  await page.exposeFunction("told", (message: { output?: CellOutput; failed?: string; started?: object }) => {
    if (message.output) outputs.push(message.output);
    if (message.started) console.log(`  ${JSON.stringify(message.started)}`);
    if (message.failed) console.log(`  failed: ${message.failed}`);
  });
  await page.goto(`${origin}/page.html`);
  await page.evaluate(
    ([library, sent]) =>
      new Promise<void>((resolve) => {
        const told = (window as unknown as { told(message: object): Promise<void> }).told;
        const made = new Worker("/worker.js", { type: "module" });
        made.onmessage = async ({ data }) => {
          await told(data);
          if (data.end || data.failed) resolve();
        };
        made.onerror = (event) => void told({ failed: event.message }).then(resolve);
        made.postMessage({ library, program: sent });
      }),
    [`${origin}/some/folder/kernel/library.js`, program] as const,
  );
  await page.close();
  return outputs;
}
