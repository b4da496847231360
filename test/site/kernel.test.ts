// The same cases against both kernels: the one in Node and the one in a page of a headless Chromium.
import { after, before, describe, it } from "node:test";
import { cases } from "./kernel/cases.js";
import { KernelInNode } from "./kernel/inNode.js";
import { closeBrowser, KernelInPage } from "./kernel/inPage.js";
import { isolatedCases, pageCases, plainCases } from "./kernel/pageCases.js";
import type { TestKernel } from "./kernel/testKernel.js";

describe("kernel in Node", () => trying(() => KernelInNode.start(), cases));
describe("kernel in a page", () =>
  trying(() => KernelInPage.start(), { ...cases, ...pageCases, ...plainCases }));
describe("kernel in an isolated page", () =>
  trying(() => KernelInPage.start({ isolated: true }), { ...cases, ...pageCases, ...isolatedCases }));

function trying<Kernel extends TestKernel>(
  start: () => Promise<Kernel>,
  all: Readonly<Record<string, (kernel: Kernel) => Promise<void>>>,
): void {
  let kernel: Kernel;
  before(async () => {
    kernel = await start();
  });
  after(() => kernel?.close());
  for (const [name, work] of Object.entries(all)) it(name, () => work(kernel));
}

after(closeBrowser);
