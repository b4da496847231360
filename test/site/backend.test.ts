/// <reference lib="dom" />
import assert from "node:assert/strict";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it, type TestContext } from "node:test";
import { build } from "esbuild";
import { type Browser, chromium } from "playwright-core";
import { buildLibrary } from "../../scripts/site/library.mjs";
import { serveSite } from "../../scripts/site/serve.mjs";
import type { TrialResult } from "../../site/library/backends/trial.js";
import { disposeModel, lenet5, mnistCnn, train } from "../../src/index.js";
import { root } from "../browser/lab.js";
import type { Done, Task } from "./backendWorker.js";
import { noise } from "./noise.js";

const folder = join(root, ".cache", "site-tests", "backend");
/** Lets a renderer that is software do what a graphics processor would. */
const software = "--enable-unsafe-swiftshader";

describe("the backend of the library in a page", () => {
  let served: Awaited<ReturnType<typeof serveSite>>;
  let browser: Browser;

  before(async () => {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    await buildLibrary(root, folder);
    const worker = join(root, "test", "site", "backendWorker.ts");
    await build({ entryPoints: [worker], bundle: true, format: "esm", outfile: join(folder, "worker.js") });
    writeFileSync(join(folder, "index.html"), "<!doctype html><title>backend</title>");
    served = await serveSite(folder);
    const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
    browser = await chromium.launch({ executablePath, args: ["--no-sandbox", software] });
  });

  after(async () => {
    await browser?.close();
    await served?.close();
  });

  /** In a browser that remembers nothing. */
  async function done(task: Task, address = "worker.js"): Promise<Done> {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(served.address);
    const answer = await page.evaluate(
      ([file, data]) =>
        new Promise<unknown>((resolve) => {
          const worker = new Worker(file, { type: "module" });
          worker.onmessage = (event) => resolve(event.data);
          worker.onerror = (event) => resolve({ failed: event.message });
          worker.postMessage(data);
        }),
      [address, task] as const,
    );
    await context.close();
    assert.ok(!Object.hasOwn(answer as object, "failed"), JSON.stringify(answer));
    return answer as Done;
  }

  for (const network of ["mnistCnn", "lenet5"] as const) {
    it(`${network} has the losses of TensorFlow on Node, over 30 steps`, async (t: TestContext) => {
      const model = { mnistCnn, lenet5 }[network]();
      const wanted: number[] = [];
      const observers = [{ onBatch: ({ loss }: { loss: number }) => void wanted.push(loss) }];
      await train(model, noise(32 * 30), { epochs: 1, quiet: true, observers });
      disposeModel(model);
      const { backend, losses, milliseconds } = await done({ network, steps: 30, epochs: 1 });
      assert.equal(backend, "wasm");
      assert.equal(losses.length, 30);
      for (const [step, loss] of losses.entries()) {
        const right = wanted[step] as number;
        assert.ok(Math.abs(loss - right) <= 1e-4 * right, `step ${step}: ${loss} instead of ${right}`);
      }
      t.diagnostic(`the backend was ready after ${milliseconds.toFixed(0)} ms`);
    });
  }

  it("keeps as many tensors and numbers over 200 steps", async () => {
    const { memory } = await done({ network: "mnistCnn", steps: 20, epochs: 10 });
    assert.equal(memory.length, 10);
    for (const each of memory) assert.deepEqual(each, memory[0]);
  });

  it("computes with webgl where that is asked for", async () => {
    const found = await done({ backend: "webgl" });
    assert.deepEqual([found.backend, found.product], ["webgl", 15]);
  });

  it("takes what an earlier trial found, in the same browser only", async () => {
    const kept = await done({ remembered: { choice: "webgl" } });
    assert.deepEqual([kept.backend, kept.product], ["webgl", 15]);
    const other = await done({ remembered: { choice: "webgl", browser: "another" } });
    assert.equal(other.backend, "wasm");
    assert.equal((await done({ remembered: { choice: "nonsense" } })).backend, "wasm");
  });

  it("starts WebAssembly where it does not know the backend that is asked for", async () => {
    assert.equal((await done({ backend: "nonsense" })).backend, "wasm");
  });

  const trial = async (software: boolean) => {
    const task = { folder: `${served.address}kernel/`, software };
    return (await done(task as Task, "kernel/library-trial.js")) as unknown as TrialResult;
  };

  it("a renderer that is software is not tried", async () => {
    assert.deepEqual(await trial(false), { choice: "wasm", tried: [] });
  });

  it("a trial finds webgl right, and that software is slow", async () => {
    const { choice, tried } = await trial(true);
    assert.equal(choice, "wasm");
    assert.deepEqual(
      tried.map(({ backend, right }) => [backend, right]),
      [
        ["wasm", true],
        ["webgl", true],
      ],
    );
  });
});
