import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { test } from "node:test";
import { jupyterDisplay } from "../../../src/charts/figure.js";
import { descentExplorer } from "../../../src/lessons/how-a-network-learns/descentExplorer.js";

const vega = createRequire(import.meta.url)("vega") as typeof import("vega");

interface Step {
  step: number;
  weight: number;
  loss: number;
  slope: number;
  next: number;
}

/** Moves the sliders as a reader would, and reads the steps that every view draws. */
async function explored(sliders: Record<string, number>): Promise<Step[][]> {
  const spec = descentExplorer()[jupyterDisplay]()["application/vnd.vega.v5+json"] as object;
  const view = new vega.View(vega.parse(spec as import("vega").Spec), { renderer: "none" });
  for (const [name, value] of Object.entries(sliders)) view.signal(name, value);
  await view.runAsync();
  const sets = Object.keys(view.getState({ data: () => true }).data as object);
  const drawn = sets
    .map((set) => view.data(set) as Step[])
    .filter((rows) => rows.some((row) => "next" in row));
  view.finalize();
  return drawn;
}

/** The same by really stepping: loss (2w - 6)², slope by a difference, a speed that is kept, no formula shared with the explorer. */
function stepped(learningRate: number, momentum: number, firstWeight: number, lastStep: number): Step[] {
  const lossOf = (w: number) => (2 * w - 6) ** 2;
  const rows: Step[] = [];
  let weight = firstWeight;
  let speed = 0;
  for (let step = 0; step <= lastStep; step++) {
    const slope = (lossOf(weight + 0.5) - lossOf(weight - 0.5)) / 1; // exact for a parabola
    speed = momentum * speed + slope;
    const next = weight - learningRate * speed;
    rows.push({ step, weight, loss: lossOf(weight), slope, next });
    weight = next;
  }
  return rows;
}

const cases = [
  { learningRate: 0.1, momentum: 0, firstWeight: 1, lastStep: 3 },
  { learningRate: 0.02, momentum: 0.5, firstWeight: 1, lastStep: 12 },
  { learningRate: 0.1, momentum: 0.95, firstWeight: 5, lastStep: 7 },
  { learningRate: 0.125, momentum: 0, firstWeight: 8, lastStep: 12 },
  { learningRate: 0.25, momentum: 0, firstWeight: 1, lastStep: 6 },
  { learningRate: 0.3, momentum: 0, firstWeight: -2, lastStep: 12 },
  { learningRate: 0.005, momentum: 0, firstWeight: 6, lastStep: 0 },
];

for (const sliders of cases) {
  test(`descentExplorer() steps like a loop at ${JSON.stringify(sliders)}`, async () => {
    const wanted = stepped(sliders.learningRate, sliders.momentum, sliders.firstWeight, sliders.lastStep);
    const drawn = await explored(sliders);
    const complete = drawn.filter((rows) => rows.length === wanted.length);
    assert.ok(complete.length >= 1, "the path is drawn");
    for (const rows of complete) {
      for (const [index, row] of wanted.entries()) {
        for (const field of ["step", "weight", "loss", "slope", "next"] as const) {
          const found = rows[index]?.[field] ?? Number.NaN;
          const room = 1e-9 * Math.max(1, Math.abs(row[field]));
          assert.ok(
            Math.abs(found - row[field]) <= room,
            `${field} of step ${index}: ${found}, not ${row[field]}`,
          );
        }
      }
    }
    const last = wanted.at(-1);
    const labels = drawn.flat().filter((row) => row.step === last?.step);
    assert.ok(labels.length > 0, "the last step is written out");
  });
}
