import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { test } from "node:test";
import { layerTable } from "../../../src/arithmetic/layers.js";
import { jupyterDisplay } from "../../../src/charts/figure.js";
import { costExplorer } from "../../../src/lessons/channels-and-parameters/costExplorer.js";

const vega = createRequire(import.meta.url)("vega") as typeof import("vega");

interface Sliders {
  side: number;
  channels: number;
  kernel: number;
  filters: number;
  paddingRule: "same" | "valid";
}
type Row = Record<string, number> & { kind: string; parametersText: string; multiplyAddsText: string };

/** Moves the sliders as a reader would, and reads the rows behind the bars. */
async function explored(sliders: Partial<Sliders>): Promise<Map<string, Row>> {
  const spec = costExplorer()[jupyterDisplay]()["application/vnd.vega.v5+json"] as import("vega").Spec;
  const view = new vega.View(vega.parse(spec), { renderer: "none" });
  for (const [name, value] of Object.entries(sliders)) view.signal(name, value);
  await view.runAsync();
  const sets = Object.keys(view.getState({ data: () => true }).data as object);
  const rows = sets
    .map((set) => view.data(set) as Row[])
    .find((set) => set.some((row) => "multiplyAddsText" in row));
  view.finalize();
  assert.ok(rows, "a data set with the counted rows");
  return new Map(rows.map((row) => [row.kind, row]));
}

/** What a text such as "(5 · 5 · 3 + 1) · 32" comes to. */
const worth = (text: string) => Number(new Function(`return ${text.replaceAll("·", "*")}`)());

const cases: readonly Sliders[] = [
  { side: 28, channels: 3, kernel: 5, filters: 32, paddingRule: "same" },
  { side: 28, channels: 1, kernel: 5, filters: 32, paddingRule: "valid" },
  { side: 224, channels: 3, kernel: 3, filters: 64, paddingRule: "same" },
  { side: 12, channels: 64, kernel: 1, filters: 16, paddingRule: "valid" },
  { side: 12, channels: 2, kernel: 11, filters: 1, paddingRule: "valid" },
  { side: 40, channels: 7, kernel: 4, filters: 9, paddingRule: "same" },
];

for (const sliders of cases) {
  test(`costExplorer() counts like the layer table at ${JSON.stringify(sliders)}`, async () => {
    const { side, channels, kernel, filters, paddingRule } = sliders;
    const input = { height: side, width: side, channels };
    const [convolution] = layerTable(input, [{ kind: "conv", filters, kernel, padding: paddingRule }]);
    const [height = 0, width = 0] = convolution?.shape ?? [];
    const units = height * width * filters;
    const [, dense] = layerTable(input, [{ kind: "flatten" }, { kind: "dense", units }]);
    const rows = await explored(sliders);
    const counts = (kind: string) => [rows.get(kind)?.parameters, rows.get(kind)?.multiplyAdds];
    assert.deepEqual(counts("convolution"), [convolution?.parameters, convolution?.multiplyAdds]);
    assert.deepEqual(counts("dense layer"), [dense?.parameters, dense?.multiplyAdds]);
    // Own windows: at each place a layer that sees one window only.
    const patch = { height: kernel, width: kernel, channels };
    const [, one] = layerTable(patch, [{ kind: "flatten" }, { kind: "dense", units: filters }]);
    const places = height * width;
    assert.deepEqual(counts("own windows"), [
      places * (one?.parameters ?? 0),
      places * (one?.multiplyAdds ?? 0),
    ]);
    for (const row of rows.values()) {
      assert.equal(worth(row.parametersText), row.parameters, row.parametersText);
      assert.equal(worth(row.multiplyAddsText), row.multiplyAdds, row.multiplyAddsText);
    }
  });
}

test("costExplorer() keeps every bar inside its axis, even with all sliders at their ends", async () => {
  const most = await explored({ side: 224, channels: 64, kernel: 11, filters: 128 });
  const least = await explored({ side: 12, channels: 1, kernel: 1, filters: 1 });
  for (const row of [...most.values(), ...least.values()]) {
    for (const value of [row.parameters, row.multiplyAdds]) {
      assert.ok(value !== undefined && value >= 1 && value <= 1e14, `${row.kind}: ${value}`);
    }
  }
});

test("costExplorer() leaves the colour of its text, and its ground, to the theme", async () => {
  const spec = costExplorer()[jupyterDisplay]()["application/vnd.vega.v5+json"] as import("vega").Spec;
  const dark = { background: "#333333", style: { "guide-label": { fill: "#ffffff" } } };
  const view = new vega.View(vega.parse(spec, dark), { renderer: "none" });
  const svg = await view.toSVG();
  view.finalize();
  assert.match(svg, /fill="#333333"/);
  const numbers = /<text[^>]*fill="([^"]*)"[^>]*>59,032,064/.exec(svg);
  assert.equal(numbers?.[1], "#ffffff");
});

test("costExplorer() writes numbers out, those above a trillion too", async () => {
  const spec = costExplorer()[jupyterDisplay]()["application/vnd.vega.v5+json"] as import("vega").Spec;
  const view = new vega.View(vega.parse(spec), { renderer: "none" });
  view.signal("side", 224).signal("channels", 64).signal("kernel", 11).signal("filters", 128);
  const svg = await view.toSVG();
  view.finalize();
  assert.match(svg, />20,624,439,377,920 \(20,804,188 times\)</);
});
