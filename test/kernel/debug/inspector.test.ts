import assert from "node:assert/strict";
import { test } from "node:test";
import { Inspector } from "../../../src/kernel/debug/inspector.js";

/** An inspector whose first answers fail for a reason. */
function failing(reason: string, times: number) {
  const methods: string[] = [];
  const inspector = new Inspector(() => {});
  inspector.connect((message) => {
    if (message.type !== "post") return;
    methods.push(message.method);
    const { id } = message;
    queueMicrotask(() =>
      inspector.received(
        methods.length <= times
          ? { type: "failed", id, reason }
          : { type: "result", id, result: { result: { type: "object", objectId: "1", value: "told" } } },
      ),
    );
  });
  return { inspector, methods };
}

test("what an interrupt has ended in passing is asked again, once", async () => {
  const terminated = "Inspector error -32000: Execution was terminated";
  const { inspector, methods } = failing(terminated, 1);
  assert.equal(await inspector.ask("forget", []), "told");
  assert.deepEqual(methods, ["Runtime.evaluate", "Runtime.evaluate", "Runtime.callFunctionOn"]);
  await assert.rejects(failing(terminated, 2).inspector.ask("forget", []), /terminated/);
});

test("another failure is told at once", async () => {
  const { inspector, methods } = failing("no such object", 1);
  await assert.rejects(inspector.ask("forget", []), /no such object/);
  assert.equal(methods.length, 1);
});
