import assert from "node:assert/strict";
import { test } from "node:test";
import { canvas } from "../../../src/notebook/live/canvas.js";
import { live } from "../../../src/notebook/live/live.js";
import { slider } from "../../../src/notebook/live/slider.js";
import { printed, withKernel } from "../fakeKernel.js";

const number = () => slider({ label: "n", max: 9, value: 4 });

/** What is printed by something that awaits. */
async function printedBy(run: () => Promise<void>): Promise<string[]> {
  let running: Promise<void> | undefined;
  const { log } = console;
  const lines: string[] = [];
  console.log = (...values: unknown[]) => lines.push(values.join(" "));
  try {
    running = run();
    await running;
  } finally {
    console.log = log;
  }
  return lines;
}

test("outside a notebook the first answer is printed, with a word that nothing moves", async () => {
  const lines = await printedBy(() => live([number()], async (n) => `n is ${n}`));
  assert.deepEqual(lines, ["n: 4. n is 4\n(Controls move in a notebook only.)"]);
});

test("a kernel without comms gets the picture and the sentence, and no widget", async () => {
  let done: Promise<void> | undefined;
  const sent = await withKernel(async (kernel) => {
    done = live([number()], (n) => `n is ${n}`);
    await done;
    return kernel.sent;
  });
  assert.equal(sent.length, 1);
  assert.deepEqual(Object.keys(sent[0]?.data ?? {}), ["image/png", "text/plain"]);
  assert.equal(sent[0]?.data["text/plain"], "n: 4. n is 4");
});

test("the values come in the order of the controls, each of its own type", async () => {
  const lines = await printedBy(() =>
    live([canvas({ height: 1, width: 2 }), number()], (image, n) => `${image.pixels.length} ${n.toFixed(1)}`),
  );
  assert.match(lines.join(), /2 4\.0/);
});

test("an error of the first answer is the cell's, unless there is nothing painted yet", async () => {
  const fails = () => {
    throw new RangeError("The image is blank.");
  };
  await assert.rejects(live([number()], fails), /The image is blank/);
  const lines = await printedBy(() => live([canvas(), number()], fails));
  assert.match(lines.join(), /RangeError: The image is blank\./);
});

test("live(controls, answer) refuses what it cannot show", async () => {
  const answer = () => "x";
  await assert.rejects(
    live([], answer),
    /^RangeError: Cannot show controls live: there are none\. Give what canvas/,
  );
  await assert.rejects(
    live(number() as never, answer),
    /^TypeError: Cannot show controls live: they are object and no list/,
  );
  await assert.rejects(
    live([number(), 3 as never], answer),
    /^TypeError: Cannot show controls live: number 1 is no control/,
  );
  await assert.rejects(
    live([number()], 3 as never),
    /^TypeError: Cannot show controls live: the answer is number/,
  );
  await assert.rejects(
    live([number()], () => undefined),
    /^TypeError: Cannot show the answer: the function returned nothing/,
  );
  assert.deepEqual(
    printed(() => {}),
    [],
  );
});
