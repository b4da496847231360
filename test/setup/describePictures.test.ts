import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { promisify } from "node:util";
import { type Figure, jupyterDisplay } from "../../src/charts/figure.js";
import { barChart } from "../../src/charts/figures/bars.js";
import { digitGrid } from "../../src/charts/figures/digits.js";
import { photoGrid } from "../../src/charts/figures/photoGrid.js";
import { sunset } from "../charts/sunset.js";
import { checkout, load } from "./copy.js";

const run = promisify(execFile);

const digit = { count: 1, height: 1, width: 2, pixels: Uint8Array.of(0, 255) };
const figures: readonly Figure[] = [
  digitGrid(digit, { captions: ['a "dot" & <more>'] }),
  barChart([{ label: "seven", value: 0.9 }], { valueTitle: "probability" }),
  photoGrid([sunset(8)]),
];

let folder = "";
before(() => {
  folder = mkdtempSync(join(tmpdir(), "pictures-"));
  writeFileSync(join(folder, "shown.ipynb"), JSON.stringify(notebookOf(figures)));
});
after(() => rmSync(folder, { recursive: true }));

test("describePictures(venv): nbconvert's page says each picture's sentence, as does its classic template", async () => {
  const { describePictures } = await load<{ describePictures(venv: string): void }>(
    "setup/describePictures.mjs",
  );
  describePictures(folder);
  for (const options of [[], ["--template", "classic"]]) {
    const page = await pageOf(options);
    const images = [...page.matchAll(/<img[^>]*>/g)].map(([image]) => image);
    assert.equal(images.length, figures.length);
    figures.forEach(({ description }, index) => {
      assert.equal(altOf(images[index] as string), description);
    });
  }
});

async function pageOf(options: readonly string[]): Promise<string> {
  const python = join(checkout, ".venv", "bin", "python");
  const env = {
    ...process.env,
    JUPYTER_CONFIG_PATH: join(folder, "etc", "jupyter"),
    JUPYTER_PATH: join(folder, "share", "jupyter"),
  };
  const notebook = join(folder, "shown.ipynb");
  await run(python, ["-m", "nbconvert", "--to", "html", ...options, notebook], { env });
  return readFileSync(join(folder, "shown.html"), "utf8");
}

function altOf(image: string): string | undefined {
  const entities = { "&quot;": '"', "&lt;": "<", "&gt;": ">", "&amp;": "&" };
  const quoted = /\salt=(?:"([^"]*)"|'([^']*)')/.exec(image);
  return (quoted?.[1] ?? quoted?.[2])?.replace(/&(?:quot|lt|gt|amp);/g, (each) => entities[each as "&amp;"]);
}

function notebookOf(shown: readonly Figure[]): object {
  const outputs = shown.map((figure) => ({
    output_type: "display_data",
    data: figure[jupyterDisplay](),
    metadata: figure.metadata,
  }));
  const cell = { cell_type: "code", id: "a", execution_count: 1, metadata: {}, source: "", outputs };
  return { nbformat: 4, nbformat_minor: 5, metadata: {}, cells: [cell] };
}
