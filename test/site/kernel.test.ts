// The same cases against both kernels: the one in Node and the one in a page of a headless Chromium.
import { after, before, describe, it } from "node:test";
import { cases } from "./kernel/cases.js";
import { KernelInNode } from "./kernel/inNode.js";
import { closeBrowser, KernelInPage } from "./kernel/inPage.js";
import type { TestKernel } from "./kernel/testKernel.js";

const kernels: Record<string, () => Promise<TestKernel>> = {
  "in Node": () => KernelInNode.start(),
  "in a page": () => KernelInPage.start(),
  "in an isolated page": () => KernelInPage.start({ isolated: true }),
};

for (const [where, start] of Object.entries(kernels)) {
  describe(`kernel ${where}`, () => {
    let kernel: TestKernel;
    before(async () => {
      kernel = await start();
    });
    after(() => kernel?.close());
    for (const [name, work] of Object.entries(cases)) it(name, () => work(kernel));
  });
}

after(closeBrowser);
