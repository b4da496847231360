import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import type { Locator, Page } from "playwright-core";
import { kernelsIn, root, sleep } from "./lab.js";
import { photograph, reopenIn } from "./page.js";
import * as scratch from "./scratch.js";

const screenshots = join(root, ".cache", "screenshots");

describe("JupyterLab with the kernel", () => {
  let opened: scratch.Opened;
  let page: Page;
  const snap = (name: string) => scratch.snap(page, screenshots, `kernel-${name}`);

  before(async () => {
    opened = await scratch.openScratch("kernel-test");
    page = opened.page;
  });

  after(() => opened?.close());

  test("a cell typed key by key runs with Shift+Enter and shows its last expression", async () => {
    const cell = await scratch.write(page, "const answer: number = 6 * 7;\nanswer", { keys: true });
    assert.deepEqual(await scratch.run(page, cell), { number: 1, text: "42", errors: [] });
  });

  test("Tab offers what fits with its type, and what is chosen is written", async () => {
    const cell = await scratch.write(page, 'const text = "hello";\ntext.to', { keys: true });
    const offered = await scratch.complete(page);
    assert.deepEqual(offered[0], { label: "toLocaleLowerCase", type: "method" });
    const wanted = offered.findIndex(({ label }) => label === "toUpperCase");
    assert.ok(wanted > 0, `offered: ${offered.map(({ label }) => label).join(", ")}`);
    for (let row = 0; row < wanted; row++) await page.keyboard.press("ArrowDown");
    await snap("complete-light");
    await page.keyboard.press("Enter");
    await page.locator(".jp-Completer:not(.lm-mod-hidden)").waitFor({ state: "hidden" });
    await page.keyboard.type("()");
    assert.equal((await scratch.run(page, cell)).text, "'HELLO'");
  });

  test("Shift+Tab shows signature and documentation", async () => {
    await scratch.answer(
      page,
      "/** Doubles a number. */\nfunction twice(value: number): number {\n  return 2 * value;\n}",
    );
    const cell = await scratch.write(page, "twice", { keys: true });
    const said = await scratch.inspect(page);
    assert.match(said, /function twice\(value: number\): number/);
    assert.match(said, /Doubles a number\./);
    assert.doesNotMatch(said, /```|\*\*/, "Markdown is drawn, not shown");
    await snap("inspect-light");
    await page.keyboard.type("(21)");
    assert.equal((await scratch.run(page, cell)).text, "42");
  });

  const chart = [
    'import { barChart } from "convlab";',
    'const bars = [{ label: "one", value: 1 }, { label: "two", value: 2 }];',
    'barChart(bars, { title: "Two bars", valueTitle: "height" })',
  ];

  test("a chart as last expression appears", async () => {
    const cell = await scratch.write(page, chart.join("\n"));
    assert.deepEqual((await scratch.run(page, cell)).errors, []);
    await cell.locator(".vega-embed svg, .vega-embed canvas").first().waitFor({ timeout: 30_000 });
  });

  test("the button Restart and Run All does both", async () => {
    const before = Number((await scratch.answer(page, "process.pid")).text);
    const cells = await scratch.codeCells(page).count();
    await scratch.press(page, "notebook:restart-run-all");
    await page.locator(".jp-Dialog .jp-mod-accept").click();
    // The empty cell at the end is not run. Numbers and outputs may be the old ones for a while: the new process tells its own
    // number last.
    let after = before;
    for (let tries = 0; tries < 300 && (!(after > 0) || after === before); tries++) {
      await sleep(100);
      after = Number((await scratch.untilRan(scratch.codeCells(page).nth(cells - 2))).text);
    }
    assert.ok(after > 0 && after !== before, `the cells run in a new process: ${before}, ${after}`);
    const seen: scratch.Seen[] = [];
    for (let index = 0; index < cells - 1; index++) {
      await scratch.untilNumbered(scratch.codeCells(page).nth(index), index + 1);
      seen.push(await scratch.untilRan(scratch.codeCells(page).nth(index)));
    }
    assert.deepEqual(
      seen.slice(0, 4).map(({ text }) => text),
      ["42", "'HELLO'", "", "42"],
    );
    assert.ok(
      seen.every(({ errors }) => errors.length === 0),
      JSON.stringify(seen),
    );
  });

  test("await input(prompt) asks below its cell and takes the answer", async () => {
    const cell = await scratch.write(page, 'const name = await input("Your name? ");\n"Hello, " + name');
    await scratch.start(page);
    const field = cell.locator(".jp-Stdin-input");
    await field.waitFor({ timeout: 30_000 });
    assert.match((await cell.locator(".jp-Stdin").textContent()) ?? "", /Your name\?/);
    await snap("input-light");
    await field.fill("Ada");
    await field.press("Enter");
    assert.match((await scratch.untilRan(cell)).text, /'Hello, Ada'/);
  });

  test("an error shows where it was thrown in the cell, and the next cell runs", async () => {
    const thrower = 'function inner(): never {\n  throw new RangeError("too far");\n}\ninner();';
    const { number, errors } = await scratch.run(page, await scratch.write(page, thrower));
    assert.equal(errors.length, 1, "one error output");
    assert.match(errors[0] ?? "", /RangeError: too far/);
    assert.match(errors[0] ?? "", new RegExp(`Cell \\[${number}\\]:2:9[\\s\\S]*Cell \\[${number}\\]:4:1`));
    assert.doesNotMatch(errors[0] ?? "", /node:internal|\bdist\b/, "no frames but the reader's");
    const wrong = await scratch.run(page, await scratch.write(page, 'const wrong: number = "text";'));
    assert.match(
      wrong.errors[0] ?? "",
      new RegExp(`Cell \\[${wrong.number}\\]:1:7 .*'string' is not assignable`),
    );
    assert.equal((await scratch.answer(page, "answer + 1")).text, "43");
  });

  test("the stop button ends a loop, and what it computed is there", async () => {
    const cell: Locator = await scratch.write(page, "let turns = 0;\nfor (;;) turns++;");
    await scratch.start(page);
    await scratch.untilBusy(page);
    await scratch.press(page, "notebook:interrupt-kernel");
    const { errors, number } = await scratch.untilRan(cell);
    assert.match(errors[0] ?? "", new RegExp(`^Interrupted: [\\s\\S]*Cell \\[${number}\\]:2:`));
    assert.equal((await scratch.answer(page, "turns > 0")).text, "true");
    await photograph(page, screenshots, "kernel-light");
  });

  test("in the dark theme all of it is there again", async () => {
    await reopenIn(page, "JupyterLab Dark");
    await page.locator(".vega-embed svg, .vega-embed canvas").first().waitFor({ timeout: 30_000 });
    assert.deepEqual(
      scratch.savedErrors(join(opened.work, "scratch.ipynb")),
      ["RangeError", "CompileError", "Interrupted"],
      "errors that the notebook on disk holds",
    );
    await photograph(page, screenshots, "kernel-dark");
    await scratch.write(page, "text.to", { keys: true });
    await scratch.complete(page);
    await snap("complete-dark");
    await page.keyboard.press("Escape");
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.type("twice");
    assert.match(await scratch.inspect(page), /Doubles a number\./);
    await snap("inspect-dark");
  });

  test("the page raised no error, and the kernel was one all along", () => {
    assert.deepEqual(opened.complaints, []);
    assert.equal(kernelsIn(opened.work).length, 1, "one kernel runs in the notebook's folder");
  });
});
