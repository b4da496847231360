import assert from "node:assert/strict";
import { test } from "node:test";
import * as twin from "../../src/platform/stopSignal.browser.js";
import * as ours from "../../src/platform/stopSignal.js";

const name = Symbol.for("convlab.interrupt");

test("onStop(stop) hears the stop button until it is told to end, in Node and in the twin", () => {
  const button = new EventTarget();
  (globalThis as { [name]?: EventTarget })[name] = button;
  const presses: [onStop: typeof ours.onStop, press: () => void][] = [
    [ours.onStop, () => process.emit("SIGINT")],
    [twin.onStop, () => button.dispatchEvent(new Event("interrupt"))],
  ];
  for (const [onStop, press] of presses) {
    let heard = 0;
    const end = onStop(() => heard++);
    press();
    press();
    end();
    assert.equal(heard, 2);
  }
  button.dispatchEvent(new Event("interrupt"));
  delete (globalThis as { [name]?: EventTarget })[name];
  twin.onStop(() => {})();
});
