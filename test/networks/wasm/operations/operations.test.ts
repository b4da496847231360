// The tests of `train`'s fast way once more, with WebAssembly in the place of TensorFlow.
import assert from "node:assert/strict";
import { it } from "node:test";
import { native } from "../../../../src/networks/training/fast/native.js";
import { startWasm } from "../compare.js";

await startWasm();
it("WebAssembly has the operations of the fast way", () => assert.ok(native()));
await import("../../training/fast/finite.test.js");
await import("../../training/fast/lenetStages.test.js");
await import("../../training/fast/step.test.js");
