// One measured run of `train` in a worker of headless Chromium. Prints one line of JSON. CHROMIUM names the program.
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { chromium } from "playwright-core";
import { serveSite } from "../scripts/site/serve.mjs";

/** @import { Task } from "../scripts/bench/run.mjs" */

/** @type {Task} */
const task = JSON.parse(process.argv[2] ?? "{}");
const root = fileURLToPath(new URL("..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "bench-"));
const wasm = "tfjs-backend-wasm-simd.wasm";
copyFileSync(join(root, "node_modules/@tensorflow/tfjs-backend-wasm/dist", wasm), join(folder, wasm));
copyFileSync(task.digits, join(folder, "train"));
copyFileSync(task.test, join(folder, "test"));
writeFileSync(join(folder, "index.html"), "<!doctype html><title>bench</title>");
await build({
  ...{ absWorkingDir: root, entryPoints: ["bench/inPage.mjs"], outfile: join(folder, "worker.js") },
  ...{ bundle: true, format: "esm", platform: "browser", target: "es2022", minify: true, logLevel: "error" },
  define: { "process.env.NODE_ENV": '"production"', global: "globalThis" },
});
const served = await serveSite(folder);
const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
try {
  const page = await browser.newPage();
  await page.goto(served.address);
  const worker = await page.evaluateHandle(() => new Worker("worker.js", { type: "module" }));
  /** @param {string} step */
  const ask = (step) =>
    page.evaluate(
      ([worker, message]) =>
        new Promise((resolve, reject) => {
          worker.onmessage = ({ data }) => (data?.failed ? reject(new Error(data.failed)) : resolve(data));
          worker.postMessage(message);
        }),
      /** @type {const} */ ([worker, { step, task }]),
    );
  await ask("start");
  const system = await browser.newBrowserCDPSession();
  const renderer = async () => {
    const { processInfo } = await system.send("SystemInfo.getProcessInfo");
    return processInfo.filter(({ type }) => type === "renderer");
  };
  const processor = async () => (await renderer()).reduce((sum, { cpuTime }) => sum + cpuTime, 0);
  const before = await processor();
  const seconds = await ask("train");
  const used = (await processor()) - before;
  const peaks = (await renderer()).map(({ id }) => peakOf(id));
  const inference = await ask("read");
  const versions = { chromium: browser.version() };
  console.log(JSON.stringify({ seconds, processor: used, peak: Math.max(...peaks), ...inference, versions }));
} finally {
  await browser.close();
  await served.close();
  rmSync(folder, { recursive: true });
}

/**
 * The most memory that a process had, where the system tells.
 *
 * @param {number} id
 */
function peakOf(id) {
  try {
    return 1024 * Number(/VmHWM:\s*(\d+)/.exec(readFileSync(`/proc/${id}/status`, "utf8"))?.[1]);
  } catch {
    return Number.NaN;
  }
}
