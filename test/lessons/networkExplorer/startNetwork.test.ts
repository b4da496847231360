import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { jupyterDisplay } from "../../../src/charts/figure.js";
import { type ExploredNetwork, startFigures } from "../../../src/lessons/networkExplorer/startFigures.js";
import { startNetwork } from "../../../src/lessons/networkExplorer/startNetwork.js";
import { textsOf, viewOf } from "../explorer/vegaExplorer.js";

const file = new URL("../../../data/explorers/start.json", import.meta.url);
const stored = () => JSON.parse(readFileSync(file, "utf8")) as ExploredNetwork;

test("what the start page shows is the trained network as it is stored; UPDATE_SNAPSHOTS=1 writes it anew", async () => {
  const made = JSON.parse(JSON.stringify(await startNetwork())) as ExploredNetwork;
  if (process.env.UPDATE_SNAPSHOTS) writeFileSync(file, `${JSON.stringify(made)}\n`);
  assert.deepEqual(made, stored());
});

test("startFigures() draws it without the tour's buttons and within its width, wide and narrow, light enough for a page", async () => {
  for (const [form, figure] of Object.entries(startFigures(stored()))) {
    const spec = figure[jupyterDisplay]()["application/vnd.vega.v5+json"] as { width: number };
    assert.ok(spec.width <= (form === "narrow" ? 326 : 700), form);
    assert.ok(JSON.stringify(spec).length < 250_000, `${JSON.stringify(spec).length} letters`);
    const view = await viewOf(figure);
    assert.equal(
      textsOf(view).some((text) => /Next|Touch freely/.test(text)),
      false,
    );
    await view.signal("tour", (view.signal("tourTitles") as string[])[3]).runAsync();
    assert.deepEqual([view.signal("layer"), view.signal("map")], ["conv1", 0]);
    assert.match(
      (view.signal("tourLines") as string[]).join(" "),
      /^conv1 has 6 filters, .* so 156 weights make 3,456 numbers/,
    );
    view.finalize();
  }
});

test("of each test digit the explorer answers as is written in its name, but for the one that is misread", async () => {
  const numbers = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
  const network = stored();
  const view = await viewOf(startFigures(network).wide);
  const [, ...names] = network.explored.pictures.names;
  for (const name of names) {
    await view.signal("picture", name).runAsync();
    const { name: leading } = view.signal("leading") as { name: string };
    const [, digit = "", misread] = /^a (\w+)( that it misreads)?$/.exec(name) ?? [];
    if (misread === undefined) assert.equal(leading, String(numbers.indexOf(digit)), name);
    else assert.notEqual(leading, digit, name);
  }
  view.finalize();
});
