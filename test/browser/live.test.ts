/// <reference lib="dom" />
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import type { Locator, Page } from "playwright-core";
import { root } from "./lab.js";
import { reopenIn } from "./page.js";
import { answer, codeCells, openScratch, press, snap, start, untilBusy, write } from "./scratch.js";

const name = "live-test";
const notebook = join(root, "work", name, "scratch.ipynb");
const screenshots = join(root, ".cache", "screenshots");

type Point = readonly [x: number, y: number];

/** Digits as a hand paints them, in pixels of a paper of 28x28. */
const one: readonly Point[] = [[14, 5], [14, 14], [14, 23]]; // biome-ignore format: one digit a line
const seven: readonly Point[] = [[8, 6], [14, 6], [20, 6], [17, 13], [13, 23]]; // biome-ignore format: as above
const zero: readonly Point[] = [[14, 5], [9, 8], [8, 14], [10, 20], [14, 23], [18, 20], [20, 14], [19, 8], [14, 5]]; // biome-ignore format: as above

const training = `import { canvas, choice, live, loadMnist, mnistCnn, predict, slider, train } from "convlab";
const { train: digits } = await loadMnist({ trainImages: 4000, testImages: 0 });
const network = mnistCnn({ filters: [6, 12], hiddenUnits: 32, seed: 1 });
const history = await train(network, digits, { epochs: 3, seed: 1, quiet: true });`;

const showing = `const digit = canvas({ label: "Paint a digit" });
const many = choice({ label: "classes", values: ["all ten", "the likeliest"] });
await live([digit, many], async (painted, how) => {
  const [classes] = await predict(network, painted, { top: 10 });
  return how === "all ten" ? classes! : \`This is a \${classes![0]!.name}.\`;
});`;

const counting = `const n = slider({ label: "how many", max: 9 });
await live([n], (count) => "x".repeat(count) + " " + count);`;

describe("JupyterLab with controls that ask the reader's own network", () => {
  let page: Page;
  let complaints: readonly string[];
  let close: (() => Promise<void>) | undefined;
  const live = () => page.locator(".convlab-live");
  const paper = () => live().first().locator("canvas");
  const state = (at = 0) => page.locator(".convlab-live-state").nth(at);
  const button = (name: string) => live().first().getByRole("button", { name });

  before(async () => {
    ({ page, complaints, close } = await openScratch(name));
    await answer(page, training);
    await answer(page, showing);
    await paper().waitFor();
  });

  after(() => close?.());

  async function paint([first, ...others]: readonly Point[]): Promise<void> {
    await paper().scrollIntoViewIfNeeded();
    const box = await paper().boundingBox();
    assert.ok(box, "the paper is drawn");
    const at = ([x, y]: Point): Point => [
      box.x + ((x + 0.5) * box.width) / 28,
      box.y + ((y + 0.5) * box.height) / 28,
    ];
    await page.mouse.move(...at(first as Point));
    await page.mouse.down();
    for (const point of others) await page.mouse.move(...at(point), { steps: 4 });
    await page.mouse.up();
  }

  const largest = (name: string): Promise<void> =>
    live()
      .first()
      .locator(".convlab-live-bar.is-largest b", { hasText: new RegExp(`^${name}$`) })
      .waitFor();

  /** How many pixels of the paper have ink. */
  const inked = (): Promise<number> =>
    paper().evaluate((node) => {
      const { width, height } = node as HTMLCanvasElement;
      const data = (node as HTMLCanvasElement).getContext("2d")?.getImageData(0, 0, width, height).data;
      return [...(data ?? [])].filter((value, index) => index % 4 === 0 && value > 0).length;
    });

  /** Runs something of the notebook's kernel. */
  const kernel = (what: "restart" | "shutdown"): Promise<void> =>
    page.evaluate((name) => {
      type Context = { restartKernel(): Promise<void>; shutdown(): Promise<void> };
      type App = {
        shell: {
          currentWidget: { sessionContext: { session: { kernel: { restart(): Promise<void> } } } & Context };
        };
      };
      const { sessionContext } = (window as unknown as { jupyterapp: App }).jupyterapp.shell.currentWidget;
      return name === "restart" ? sessionContext.session.kernel.restart() : sessionContext.shutdown();
    }, what);

  test("what is painted is read by the network that was trained above, stroke by stroke", async () => {
    await paint(one);
    await largest("1");
    await snap(page, screenshots, "live-one-light");
    await button("Clear").click();
    assert.equal(await inked(), 0);
    await paint(zero);
    await largest("0");
    await button("Undo").click();
    await button("Undo").click();
    await largest("1");
  });

  test("while another network trains, a painting is answered", async () => {
    await write(page, "await train(mnistCnn(), digits, { epochs: 40, quiet: true });");
    await start(page);
    await untilBusy(page);
    await button("Clear").click();
    await paint(zero);
    await largest("0");
    await button("Clear").click();
    await paint(one);
    await largest("1");
    await untilBusy(page);
    await press(page, "notebook:interrupt-kernel");
    await page.locator('.jp-Notebook-ExecutionIndicator[data-status="idle"]').waitFor({ timeout: 30_000 });
  });

  test("a choice asks again, and the answer takes another form", async () => {
    await live().first().getByLabel("classes").selectOption("the likeliest");
    await live().first().getByText("This is a 1.", { exact: true }).first().waitFor();
    await live().first().getByLabel("classes").selectOption("all ten");
    await largest("1");
  });

  test("the keyboard paints, erases and takes back, and JupyterLab takes no key of it", async () => {
    const cells = await codeCells(page).count();
    await button("Clear").click();
    await paper().focus();
    for (const key of ["1", "Space", "ArrowDown", "ArrowDown", "ArrowRight"]) await page.keyboard.press(key);
    const words = live().first().locator(".convlab-live-words");
    assert.match((await words.textContent()) ?? "", /paints, width 1; pen down at row \d+, column \d+/);
    const before = await inked();
    assert.ok(before >= 4, `${before} pixels`);
    await page.keyboard.press("u");
    assert.ok((await inked()) < before);
    for (const key of ["e", "ArrowLeft", "ArrowUp", "ArrowUp", "d", "d", "a", "b", "Delete"])
      await page.keyboard.press(key);
    assert.equal(await inked(), 0);
    assert.equal(await codeCells(page).count(), cells);
    await page.keyboard.press("e");
    assert.match((await words.textContent()) ?? "", /paints/);
    await button("Erase").waitFor();
    await button("Width 1").click();
    await button("Width 2").waitFor();
  });

  test("a finger that paints leaves the page where it is, and everything has a name", async () => {
    assert.equal(await paper().evaluate((node) => getComputedStyle(node).touchAction), "none");
    const name = await paper().getAttribute("aria-label");
    assert.equal(name, "Paint a digit: 28 by 28 pixels to paint on");
    const help = await paper().evaluate(
      (node) => document.getElementById(node.getAttribute("aria-describedby") ?? "")?.textContent,
    );
    assert.match(help ?? "", /Arrow keys lead the pen/);
    await paint(seven);
    await largest("7");
    const status = live().first().locator('.convlab-live-answer [role="status"]');
    await status.filter({ hasText: /^probability: 7 / }).waitFor();
  });

  test("loaded again, in the dark, the painting stands, and is answered as before", async () => {
    await reopenIn(page, "JupyterLab Dark");
    await paper().waitFor();
    await largest("7");
    assert.ok((await inked()) > 20);
    await snap(page, screenshots, "live-seven-dark");
    await button("Clear").click();
    await paint(one);
    await largest("1");
  });

  test("the saved notebook has a still picture and its sentence, and nothing of the program", async () => {
    const text = readFileSync(notebook, "utf8");
    assert.ok(!text.includes("_esm"), "no program");
    const { cells } = JSON.parse(text) as { cells: { outputs: { data?: Record<string, string> }[] }[] };
    const shown = cells
      .flatMap(({ outputs }) => outputs)
      .find(({ data }) => data?.["image/png"] !== undefined);
    assert.match(
      [shown?.data?.["text/plain"]].flat().join(""),
      /^Paint a digit: 28x28, 0 pixels painted; classes: all ten\. probability: /,
    );
  });

  test("controls whose process has ended say so at the first touch", async () => {
    await answer(page, counting);
    const sliders = page.getByLabel("how many");
    await sliders.fill("3");
    await page.getByText("xxx 3", { exact: true }).first().waitFor();
    const cell = codeCells(page).nth((await codeCells(page).count()) - 1);
    await cell.locator(".cm-content").click();
    await page.keyboard.insertText("process.exit(0)");
    await page.keyboard.press("Shift+Enter");
    await cell
      .locator(".jp-InputArea-prompt")
      .filter({ hasText: /^\[\d+\]:$/ })
      .waitFor();
    await sliders.fill("4");
    await state(1).filter({ hasText: "If it is not at work, run the cell again." }).waitFor();
  });

  test("after a restart they say at once that the cell is to be run again", async () => {
    await kernel("restart");
    await state(0).filter({ hasText: "Run the cell again." }).waitFor();
    await snap(page, screenshots, "live-gone-dark");
    const before = await inked();
    await paint(zero);
    assert.equal(await inked(), before);
  });

  test("loaded again after that, the picture stands in their place and says the same", async () => {
    await reopenIn(page, "JupyterLab Light");
    const output = codeCells(page).nth(1).locator(".jp-OutputArea-output");
    await output.getByText("The kernel behind these controls has gone. Run the cell again.").waitFor();
    assert.match((await output.locator("img").getAttribute("alt")) ?? "", /^Paint a digit/);
    await snap(page, screenshots, "live-still-light");
  });

  test("run again they move", async () => {
    const imports = 'import { live, slider } from "convlab";\n';
    await answer(page, imports + counting);
    const last: Locator = page.getByLabel("how many").last();
    await last.fill("2");
    await page.getByText("xx 2", { exact: true }).first().waitFor();
    assert.deepEqual(complaints, []);
  });
});
