import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { test } from "node:test";
import { crossCorrelate } from "../../../src/arithmetic/correlate.js";
import { classicalKernels } from "../../../src/arithmetic/kernels.js";
import type { Matrix } from "../../../src/arithmetic/matrix.js";
import { seeded } from "../../../src/arithmetic/random.js";
import { jupyterDisplay } from "../../../src/charts/figure.js";
import { imageChoices, kernelChoices } from "../../../src/lessons/convolution/multiplySumChoices.js";
import { multiplySumExplorer } from "../../../src/lessons/convolution/multiplySumExplorer.js";
import { pocketImage, pocketNetwork } from "../../../src/lessons/pocket/pocket.js";
import { textsOf } from "../explorer/vegaExplorer.js";

const vega = createRequire(import.meta.url)("vega") as typeof import("vega");

type View = import("vega").View;

/** The explorer as drawn; `set` moves inputs one after the other, as a reader would. */
async function explorer() {
  const spec = multiplySumExplorer()[jupyterDisplay]()["application/vnd.vega.v5+json"];
  const view = new vega.View(vega.parse(spec as import("vega").Spec), { renderer: "none" });
  await view.runAsync();
  const set = async (inputs: Record<string, unknown>) => {
    for (const [name, value] of Object.entries(inputs)) await view.signal(name, value).runAsync();
    return view;
  };
  return { set };
}

const explored = async <T>(inputs: Record<string, unknown>, read: (view: View) => T): Promise<T> =>
  read(await (await explorer()).set(inputs));

/** What the cells of a panel hold, as rows. */
function cells(view: View, name: string): number[][] {
  const rows: number[][] = [];
  for (const { row, column, value } of view.data(name) as Record<string, number>[]) {
    rows[row as number] ??= [];
    (rows[row as number] as number[])[column as number] = value as number;
  }
  return rows;
}

const rowsOf = (weights: readonly number[]): Matrix => [
  weights.slice(0, 3),
  weights.slice(3, 6),
  weights.slice(6),
];
const close = (a: Matrix, b: Matrix) =>
  a.length === b.length &&
  a.every(
    (row, i) => row.length === b[i]?.length && row.every((v, j) => Math.abs(v - (b[i]?.[j] ?? 1e9)) < 1e-9),
  );

for (const [image, pixels] of Object.entries(imageChoices)) {
  test(`multiplySumExplorer() correlates "${image}" with every kernel as the library does`, async () => {
    const { set } = await explorer();
    await set({ image });
    for (const [chosen, weights] of Object.entries(kernelChoices).reverse()) {
      const output = cells(await set({ chosen }), "output");
      assert.ok(
        close(output, crossCorrelate(pixels, rowsOf(weights))),
        `${chosen}: ${JSON.stringify(output)}`,
      );
    }
  });
}

test("multiplySumExplorer() takes weights from one slider, place by place, and the rest stays", async () => {
  const { set } = await explorer();
  const state = (view: View) => ({ output: cells(view, "output"), kernel: cells(view, "kernel") });
  await set({ image: "three, 12x12", chosen: "sharpen", which: "W1", weight: 3 });
  const view = await set({ which: "W9", weight: -2.5 });
  const wanted = rowsOf([3, -1, 0, -1, 5, -1, 0, -1, -2.5]);
  assert.deepEqual(state(view).kernel, wanted);
  assert.ok(
    close(state(view).output, crossCorrelate(imageChoices["three, 12x12"] as Matrix, wanted)),
    "output",
  );
  await set({ which: "W1" });
  assert.equal(view.signal("weight"), 3, "the slider shows the weight that is chosen");
  await set({ chosen: "mean (box blur)" });
  assert.equal(view.signal("weight"), 1 / 9, "and that of the kernel that is chosen");
});

test("multiplySumExplorer() shows what its controls say, after any two hundred moves", async () => {
  const random = seeded(11);
  const any = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)] as T;
  const { set } = await explorer();
  const names = { images: Object.keys(imageChoices), kernels: Object.keys(kernelChoices) };
  const [now, at] = [
    {
      image: "pocket seven, 6x6",
      chosen: "vertical edge (Sobel x)",
      weights: [...(kernelChoices["vertical edge (Sobel x)"] ?? [])],
    },
    { weight: 0, row: 0, column: 2 },
  ];
  for (let move = 0; move < 200; move++) {
    const kind = any(["image", "chosen", "which", "weight", "row", "column"] as const);
    const value = {
      image: any(names.images),
      chosen: any(names.kernels),
      which: `W${1 + Math.floor(9 * random())}`,
      weight: Math.floor(57 * random()) / 4 - 5,
      row: Math.floor(10 * random()),
      column: Math.floor(10 * random()),
    }[kind];
    const view = await set({ [kind]: value });
    if (kind === "image") now.image = value as string;
    if (kind === "chosen" && value !== now.chosen) now.weights = [...(kernelChoices[value as string] ?? [])];
    if (kind === "chosen") now.chosen = value as string;
    if (kind === "which") at.weight = Number(String(value).slice(1)) - 1;
    if (kind === "weight") now.weights[at.weight] = value as number;
    if (kind === "row" || kind === "column") at[kind] = value as number;
    const pixels = imageChoices[now.image] as Matrix;
    const output = crossCorrelate(pixels, rowsOf(now.weights));
    assert.ok(close(cells(view, "output"), output), `move ${move}, ${kind}: ${value}`);
    const [row, column] = [at.row, at.column].map((place) => Math.min(place, output.length - 1)) as [
      number,
      number,
    ];
    const sum = Number((output[row]?.[column] ?? Number.NaN).toFixed(4));
    const said = `= ${String(sum === 0 ? 0 : sum).replace("-", "−")}, the output at row ${row}, column ${column}`;
    assert.ok(
      textsOf(view).includes(said),
      `move ${move}: "${said}" is not in ${textsOf(view).slice(-6).join(" | ")}`,
    );
  }
});

test("multiplySumExplorer() writes out the nine products and their sum, also after ReLU", async () => {
  const place = { image: "pocket seven, 6x6", row: 2, column: 3 };
  const [plain, after] = [
    await explored(place, textsOf),
    await explored({ ...place, relu: true }, (view) => [
      ...textsOf(view),
      ...cells(view, "output").flat().map(String),
    ]),
  ];
  // Rows 2 to 4, columns 3 to 5 of the seven: 0 1 0, 1 0 0, 0 0 0. Sobel's x: -1 0 1, -2 0 2, -1 0 1.
  assert.deepEqual(
    plain
      .filter((text) => text.includes(" · "))
      .map((text) => text.replace(/\s+/g, " ").replaceAll("−", "-")),
    ["0 · (-1) + 1 · 0 + 0 · 1 +", "1 · (-2) + 0 · 0 + 0 · 2 +", "0 · (-1) + 0 · 0 + 0 · 1"],
  );
  assert.ok(
    plain.some((text) => text.replace("−", "-").startsWith("= -2, the output at row 2, column 3")),
    plain.join("\n"),
  );
  assert.ok(
    after.some((text) => text.replace("−", "-").startsWith("= -2, after ReLU 0, ")),
    after.join("\n"),
  );
  assert.ok(!after.some((text) => Number(text) < 0), "no negative output is left");
});

test("multiplySumExplorer() keeps the window inside a smaller image", async () => {
  const found = await explored({ row: 9, column: 9 }, (view) => [view.signal("top"), view.signal("left")]);
  assert.deepEqual(found, [3, 3]);
});

test("the explorer's own images and kernels are those of the library", () => {
  assert.deepEqual(imageChoices["pocket seven, 6x6"], pocketImage);
  assert.deepEqual(rowsOf(kernelChoices["pocket kernel"] as number[]), pocketNetwork.kernel);
  const same = {
    "vertical edge (Sobel x)": "sobelX",
    "horizontal edge (Sobel y)": "sobelY",
    "edge all around (Laplacian)": "laplacian",
    "mean (box blur)": "boxBlur",
    sharpen: "sharpen",
  } as const;
  for (const [name, own] of Object.entries(same)) {
    assert.deepEqual(rowsOf(kernelChoices[name] as number[]), classicalKernels[own], name);
  }
});
