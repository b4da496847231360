import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { Line, type Trouble } from "../../../lab/controls/line.js";
import type { Callbacks } from "../../../lab/controls/model.js";

interface Sent {
  readonly values: readonly unknown[];
  readonly stamp: string;
}

function fakeLine(t: TestContext) {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const sent: Sent[] = [];
  const callbacks: (Callbacks | undefined)[] = [];
  const troubles: Trouble[] = [];
  const model = {
    send: (content: unknown, watching?: Callbacks) => {
      sent.push(content as Sent);
      callbacks.push(watching);
    },
  };
  const line = new Line(model, (trouble) => troubles.push(trouble));
  const idle = () => callbacks.at(-1)?.iopub.status({ content: { execution_state: "idle" } });
  return { line, sent, troubles, idle, values: () => sent.map(({ values }) => values[0]) };
}

test("one setting is on its way at a time, and the newest goes next", (t) => {
  const { line, sent, values } = fakeLine(t);
  for (const value of [1, 2, 3]) line.send([value]);
  assert.deepEqual(values(), [1]);
  assert.ok(line.isWaiting);
  line.receive({ heard: "of another page" });
  assert.deepEqual(values(), [1]);
  line.receive({ heard: sent[0]?.stamp });
  t.mock.timers.tick(100);
  assert.deepEqual(values(), [1, 3]);
  line.receive({ heard: sent[1]?.stamp });
  assert.ok(!line.isWaiting);
  assert.equal(line.stamp, sent[1]?.stamp);
});

test("a kernel that is busy is said to be so, and no more when it has heard", (t) => {
  const { line, sent, troubles } = fakeLine(t);
  line.send([1]);
  t.mock.timers.tick(3000);
  assert.deepEqual(troubles, ["busy"]);
  line.receive({ heard: sent[0]?.stamp });
  assert.deepEqual(troubles, ["busy", "none"]);
});

test("a kernel that has taken a setting and says nothing for long may not know the controls any more", (t) => {
  const { line, sent, troubles, idle, values } = fakeLine(t);
  line.send([1]);
  idle();
  t.mock.timers.tick(5000);
  assert.deepEqual(troubles, ["busy", "silent"]);
  line.send([2]);
  line.receive({ heard: sent[0]?.stamp });
  assert.equal(troubles.at(-1), "none");
  t.mock.timers.tick(100);
  assert.deepEqual(values(), [1, 2]);
});

test("a kernel that was restarted is told of at once, and hears nothing more", (t) => {
  const { line, troubles, values } = fakeLine(t);
  line.end();
  line.send([1]);
  t.mock.timers.tick(10_000);
  assert.deepEqual(values(), []);
  assert.deepEqual(troubles, ["gone"]);
});

test("an acknowledgement that comes with the end, or shortly after, is in time", (t) => {
  const { line, sent, troubles, idle } = fakeLine(t);
  line.send([1]);
  idle();
  t.mock.timers.tick(100);
  line.receive({ heard: sent[0]?.stamp });
  t.mock.timers.tick(10_000);
  assert.deepEqual(troubles, ["none"]);
});

test("what is no answer is passed over, and a line that is put away is silent", (t) => {
  const { line, troubles } = fakeLine(t);
  for (const nothing of [undefined, null, "x", {}, { heard: undefined }]) line.receive(nothing);
  line.send([1]);
  line.dispose();
  t.mock.timers.tick(10_000);
  assert.deepEqual(troubles, []);
});
