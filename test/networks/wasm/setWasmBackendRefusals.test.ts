import assert from "node:assert/strict";
import { it } from "node:test";
import { tf } from "../../../src/networks/tf.js";
import { setWasmBackend } from "../../../src/networks/wasm/setWasmBackend.js";
import { files } from "./compare.js";

it("setWasmBackend(folder) refuses a folder without the files, and leaves TensorFlow.js where it was", async () => {
  const warn = console.warn;
  const error = console.error;
  console.warn = console.error = () => {}; // The backend complains at length.
  try {
    const refusal = /^Error: Cannot start .* with the files in nowhere\. Name the folder .* begin anew/;
    await assert.rejects(setWasmBackend("nowhere"), refusal);
    await assert.rejects(setWasmBackend(files), refusal);
  } finally {
    Object.assign(console, { warn, error });
  }
  assert.equal(tf.getBackend(), "tensorflow");
});
