import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { test } from "node:test";
import { layerTable } from "../../../src/arithmetic/layers.js";
import { jupyterDisplay } from "../../../src/charts/figure.js";
import { parameterExplorer } from "../../../src/lessons/mnist-cnn/parameterExplorer.js";

const vega = createRequire(import.meta.url)("vega") as typeof import("vega");

/** Moves the sliders as a reader would, and reads what the bars show. */
async function explored(
  sliders: Record<string, number>,
): Promise<{ parameters: number[]; multiplyAdds: number[] }> {
  const spec = parameterExplorer()[jupyterDisplay]()["application/vnd.vega.v5+json"] as import("vega").Spec;
  const view = new vega.View(vega.parse(spec), { renderer: "none" });
  for (const [name, value] of Object.entries(sliders)) view.signal(name, value);
  await view.runAsync();
  const sets = Object.keys(view.getState({ data: () => true }).data as object);
  const rowsWith = (field: string) => {
    const name = sets.find((set) =>
      (view.data(set) as object[]).some((row) => field in row && "total" in row),
    );
    return (view.data(name as string) as Record<string, number>[]).map((row) => row[field] as number);
  };
  const found = { parameters: rowsWith("parameters"), multiplyAdds: rowsWith("multiplyAdds") };
  view.finalize();
  return found;
}

const cases = [
  { kernel: 5, first: 32, second: 64, hidden: 64 },
  { kernel: 3, first: 8, second: 16, hidden: 128 },
  { kernel: 7, first: 4, second: 4, hidden: 8 },
  { kernel: 1, first: 64, second: 128, hidden: 512 },
];

for (const sliders of cases) {
  test(`parameterExplorer() counts like the layer table at ${JSON.stringify(sliders)}`, async () => {
    const { kernel, first, second, hidden } = sliders;
    const rows = layerTable({ height: 28, width: 28, channels: 1 }, [
      { kind: "conv", filters: first, kernel },
      { kind: "maxPool", size: 2 },
      { kind: "conv", filters: second, kernel },
      { kind: "maxPool", size: 2 },
      { kind: "flatten" },
      { kind: "dense", units: hidden },
      { kind: "dense", units: 10 },
    ]).filter(({ parameters }) => parameters > 0);
    const found = await explored(sliders);
    assert.deepEqual(
      found.parameters,
      rows.map(({ parameters }) => parameters),
      "parameters",
    );
    assert.deepEqual(
      found.multiplyAdds,
      rows.map(({ multiplyAdds }) => multiplyAdds),
      "multiply-adds",
    );
  });
}

test("parameterExplorer() leaves the colour of its text to the theme", async () => {
  const spec = parameterExplorer()[jupyterDisplay]()["application/vnd.vega.v5+json"] as import("vega").Spec;
  const view = new vega.View(vega.parse(spec, { style: { "guide-label": { fill: "#ffffff" } } }), {
    renderer: "none",
  });
  const svg = await view.toSVG();
  view.finalize();
  for (const text of ["51,264  (43.3%)", "total 118,346"]) {
    const fill = new RegExp(`<text[^>]*fill="([^"]*)"[^>]*>${text.replace(/[()]/g, "\\$&")}`).exec(svg)?.[1];
    assert.equal(fill, "#ffffff", text);
  }
});
