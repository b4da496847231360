import assert from "node:assert/strict";
import { test } from "node:test";
import * as twin from "../../src/platform/turn.browser.js";
import * as ours from "../../src/platform/turn.js";

test("nextTurn() lets timers and messages have their turn, in Node and in the twin", async () => {
  for (const { nextTurn } of [ours, twin]) {
    let heard = 0;
    const timer = setInterval(() => heard++, 1);
    const end = performance.now() + 100;
    while (performance.now() < end) await nextTurn();
    clearInterval(timer);
    assert.ok(heard > 5, `${heard} times`);
  }
});
