import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import type { Comm, CommKernel, CommTarget } from "../../../src/notebook/comm.js";
import { anywidgetVersion, openWidget } from "../../../src/notebook/live/widget.js";

interface Opened extends Comm {
  readonly sent: unknown[];
}

/** A kernel that remembers what was opened and sent. */
function fakeKernel() {
  const opened: Opened[] = [];
  const targets = new Map<string, CommTarget>();
  const make = (target: string): Opened => {
    const sent: unknown[] = [];
    return {
      id: `${target} ${Math.random()}`,
      target,
      sent,
      send: (data) => sent.push(data),
      close: () => {},
    };
  };
  const kernel: CommKernel = {
    openComm(target) {
      const comm = make(target);
      opened.push(comm);
      return comm;
    },
    registerComm: (target, take) => targets.set(target, take),
  };
  return { kernel, opened, targets, make };
}

const heard = (data: unknown) => ({ data, metadata: {}, buffers: [] });

test("the version of anywidget that widgets ask for is the one that set-up installs", () => {
  const lock = readFileSync(new URL("../../../scripts/requirements.txt", import.meta.url), "utf8");
  const [, minor] = /^anywidget==(\d+\.\d+)\./m.exec(lock) ?? [];
  assert.equal(anywidgetVersion, `~${minor}.*`);
});

test("openWidget(…) hears custom messages, and tells its whole state to who asks", () => {
  const { kernel, opened } = fakeKernel();
  const messages: unknown[] = [];
  const widget = openWidget(kernel, "export default {}", { a: 1 }, (content) => messages.push(content));
  const [comm] = opened as [Opened];
  comm.onMessage?.(heard({ method: "custom", content: { b: 2 } }));
  comm.onMessage?.(heard({ method: "update", state: { a: 9 } }));
  assert.deepEqual(messages, [{ b: 2 }]);
  widget.keep({ a: 3 });
  assert.deepEqual(comm.sent, []);
  widget.update({ c: 4 });
  widget.say({ d: 5 });
  comm.onMessage?.(heard({ method: "request_state" }));
  const [update, custom, whole] = comm.sent as { state: { a: number; c: number; _esm: string } }[];
  assert.deepEqual(update, { method: "update", state: { c: 4 }, buffer_paths: [] });
  assert.deepEqual(custom, { method: "custom", content: { d: 5 } });
  assert.deepEqual([whole?.state.a, whole?.state.c, whole?.state._esm], [3, 4, "export default {}"]);
});

test("a kernel is listened to once, and tells of the widgets that are open", () => {
  const { kernel, opened, targets, make } = fakeKernel();
  const one = openWidget(kernel, "", { name: "one" }, () => {});
  const take = targets.get("jupyter.widget.control");
  openWidget(kernel, "", { name: "two" }, () => {});
  assert.equal(targets.get("jupyter.widget.control"), take);
  opened[0]?.onClose?.(heard({}));
  one.update({ name: "closed" });
  assert.deepEqual(opened[0]?.sent, []);
  const control = make("jupyter.widget.control");
  take?.(control, heard({}));
  control.onMessage?.(heard({ method: "request_states" }));
  const [{ states }] = control.sent as [{ states: Record<string, { state: { name: string } }> }];
  assert.equal(states[opened[1]?.id ?? ""]?.state.name, "two");
  assert.ok(!((opened[0]?.id ?? "") in states));
});
