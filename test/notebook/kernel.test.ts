import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { afterEach, test } from "node:test";
import { currentKernel, inKernel, sendTo } from "../../src/notebook/kernel.js";
import { withKernel } from "./fakeKernel.js";

const { cache } = createRequire(import.meta.url);
const tslabFile = "/somewhere/node_modules/tslab/dist/jupyter.js";

afterEach(() => {
  delete cache[tslabFile];
});

/** Stands in for the module that a running tslab has loaded. */
function tslabLoaded(write: unknown): { lastWriteDisplayData: unknown } {
  const exports = { lastWriteDisplayData: write };
  cache[tslabFile] = { exports } as unknown as NodeJS.Module;
  return exports;
}

/** Sends to the kernel that this program runs in. */
function send(bundle: Parameters<typeof sendTo>[1], options?: Parameters<typeof sendTo>[2]): void {
  const kernel = currentKernel();
  assert.ok(kernel);
  sendTo(kernel, bundle, options);
}

test("inKernel() is false in an ordinary program, which does not load tslab either", () => {
  assert.equal(inKernel(), false);
  assert.ok(!Object.keys(cache).some((file) => file.includes("tslab")));
});

test("sendTo(kernel, bundle) goes through the running tslab, JSON types as objects", () => {
  const sent: unknown[] = [];
  tslabLoaded((content: unknown, update: unknown) => sent.push({ content, update }));
  const bundle = { "application/vnd.vegalite.v5+json": { mark: "bar" }, "text/plain": "a bar" };
  send(bundle, { metadata: { "image/png": { width: 1 } }, displayId: "one", update: true });
  assert.deepEqual(sent, [
    {
      content: { data: bundle, metadata: { "image/png": { width: 1 } }, transient: { display_id: "one" } },
      update: true,
    },
  ]);
});

test("inKernel() is false while tslab is loaded and has run no cell", () => {
  tslabLoaded(null);
  assert.equal(inKernel(), false);
});

test("currentKernel() stays with the cell that asked", () => {
  const sent: string[] = [];
  const module = tslabLoaded(() => sent.push("first cell"));
  const kept = currentKernel();
  module.lastWriteDisplayData = () => sent.push("second cell");
  assert.ok(kept);
  sendTo(kept, { "text/plain": "late" });
  send({ "text/plain": "now" });
  assert.deepEqual(sent, ["first cell", "second cell"]);
});

test("currentKernel() prefers a kernel that offers itself", () => {
  tslabLoaded(() => assert.fail("tslab was asked"));
  withKernel(({ sent }) => {
    send({ "text/plain": "x" });
    assert.deepEqual(sent, [{ data: { "text/plain": "x" }, metadata: {}, transient: {}, update: false }]);
  });
});
