import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { lessonStem } from "../notebooks/notebook.js";
import { serveCopy } from "./copy.js";
import { Firefox, firefoxPath } from "./firefox.js";
import { addressOf } from "./lite.js";

const path = firefoxPath();

describe("in Firefox", { skip: path === undefined ? "there is no Firefox" : false }, () => {
  let served: Awaited<ReturnType<typeof serveCopy>>;
  let firefox: Firefox;

  before(async () => {
    served = await serveCopy("firefox");
    firefox = await Firefox.start(path ?? "");
  });

  after(async () => {
    await firefox?.close();
    await served?.close();
  });

  test("the start page and a plain lesson are there, with a live chart", async () => {
    await firefox.open(served.address);
    assert.match(String(await firefox.evaluate("return document.body.innerText")), /convolution/i);
    await firefox.open(new URL("lessons/convolution.html", served.address).href);
    // The first figure answers a guess: its reader opens it.
    await firefox.evaluate(
      "for (const answer of document.querySelectorAll('details.answer')) answer.open = true; document.querySelector('figure')?.scrollIntoView()",
    );
    await firefox.until(
      "return document.querySelector('.vega-embed svg, .vega-embed canvas') !== null",
      30_000,
    );
  });

  test("a lesson runs from its first cell to its last in JupyterLite", async () => {
    await firefox.open(addressOf(served.address, `${lessonStem("convolution")}.ipynb`));
    const kernel = "window.jupyterapp?.shell.currentWidget?.sessionContext?.session?.kernel";
    await firefox.until(
      `return ${kernel}?.status === "idle" && ${kernel}.connectionStatus === "connected"`,
      120_000,
    );
    await firefox.evaluate(
      'window.jupyterapp.commands.execute("notebook:clear-all-cell-outputs"); void window.jupyterapp.commands.execute("notebook:run-all-cells").catch(() => {})',
    );
    const code =
      "window.jupyterapp.shell.currentWidget.content.model.toJSON().cells.filter((cell) => cell.cell_type === 'code' && cell.source.length > 0)";
    const done = `const code = ${code};
      const failed = code.find((cell) => cell.outputs.some((output) => output.output_type === "error"));
      if (failed) return JSON.stringify(failed);
      return code.every((cell) => typeof cell.execution_count === "number") ? "done" : null;`;
    assert.equal(await firefox.until(done, 240_000), "done");
  });
});
