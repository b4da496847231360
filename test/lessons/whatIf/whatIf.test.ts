import assert from "node:assert/strict";
import { test } from "node:test";
import { whatIf } from "../../../src/lessons/whatIf/whatIf.js";
import { classifyPhotograph } from "../../../src/networks/models/efficientnet/classifyPhotograph.js";
import { brightnessNetwork } from "./brightnessNetwork.js";
import { whiteCorner } from "./gallery.js";

test("whatIf() refuses what does not belong together", () => {
  const network = brightnessNetwork();
  const answer = classifyPhotograph(network, whiteCorner);
  network.dispose();
  const refusals: readonly [before: unknown, after: unknown, options: object, message: RegExp][] = [
    [answer, {}, {}, /^RangeError: Cannot compare before and after of 0 changes/],
    [answer, { a: answer, b: answer, c: answer, d: answer, e: answer }, {}, /of 5 changes: .* boxEffects/],
    [answer, { a: whiteCorner }, {}, /^TypeError: Cannot compare before and after: "a" is no answer/],
    [whiteCorner, answer, {}, /^TypeError: Cannot compare before and after: "before" is no answer/],
    [undefined, answer, {}, /^TypeError: Cannot compare before and after: "before" is no answer/],
    [answer, { ...answer, seen: { ...answer.seen, height: 32 } }, {}, /"after" is of a network that sees 32 pixels .* Ask one network\.$/],
    [answer, answer, { className: "unicorn" }, /^RangeError: Cannot find the class "unicorn"/],
    [answer, answer, { top: 0 }, /^RangeError: Cannot compare before and after: top is 0/],
    [answer, answer, { class: "tench" }, /^TypeError: Cannot compare before and after/],
  ]; // biome-ignore format: a refusal a line
  for (const [before, after, options, message] of refusals)
    assert.throws(() => whatIf(before as never, after as never, options), message);
});
