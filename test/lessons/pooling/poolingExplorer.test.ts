import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { test } from "node:test";
import { averagePool, maxPool } from "../../../src/arithmetic/pool.js";
import { seeded } from "../../../src/arithmetic/random.js";
import { jupyterDisplay } from "../../../src/charts/figure.js";
import { poolingExplorer } from "../../../src/lessons/pooling/poolingExplorer.js";
import { textsOf } from "../explorer/vegaExplorer.js";

const vega = createRequire(import.meta.url)("vega") as typeof import("vega");

const random = seeded(3);
const side = 28;
/** Many zeros, as in digits, so that a move leaves some windows as they are. */
const digit = Array.from({ length: side }, () =>
  Array.from({ length: side }, () => Math.max(0, Math.floor(400 * random()) - 145)),
);

type Row = Record<string, number>;

/** Sets the controls as a reader would, and reads what is drawn. */
async function explored(controls: Record<string, unknown>) {
  const spec = poolingExplorer(digit)[jupyterDisplay]()[
    "application/vnd.vega.v5+json"
  ] as import("vega").Spec;
  const view = new vega.View(vega.parse(spec), { renderer: "none" });
  await view.runAsync();
  for (const [name, value] of Object.entries(controls)) view.signal(name, value);
  await view.runAsync();
  const places = view.signal("places") as number;
  const rows = view.data("pooled") as Row[];
  const matrix = (field: string) =>
    Array.from({ length: places }, (_, row) =>
      Array.from({ length: places }, (_, column) => {
        const found = rows.filter((each) => each.row === row && each.column === column);
        assert.equal(found.length, 1, `one number at ${row}, ${column}`);
        return found[0]?.[field] as number;
      }),
    );
  const result = {
    pooled: matrix("value"),
    moved: matrix("moved"),
    texts: textsOf(view),
    spotted: (view.data("spotted") as Row[]).map(({ row, column }) => [row, column]),
    unseen: view.signal("unseen") as number,
  };
  view.finalize();
  return result;
}

const cases = [
  { size: 2, stride: 2, keep: "maximum", right: 1, down: 0 },
  { size: 2, stride: 2, keep: "average", right: 2, down: 2 },
  { size: 3, stride: 1, keep: "average", right: 0, down: 3 },
  { size: 3, stride: 2, keep: "maximum", right: 4, down: 1 },
  { size: 2, stride: 5, keep: "maximum", right: 0, down: 1 },
  { size: 7, stride: 7, keep: "average", right: 1, down: 1 },
  { size: 1, stride: 1, keep: "maximum", right: 1, down: 0 },
] as const;

for (const controls of cases) {
  test(`poolingExplorer() pools like the arithmetic at ${JSON.stringify(controls)}`, async () => {
    const { size, stride, keep, right, down } = controls;
    const pool = keep === "maximum" ? maxPool : averagePool;
    const movedDigit = digit.map((row, y) => row.map((_, x) => digit[y - down]?.[x - right] ?? 0));
    const wanted = [digit, movedDigit].map((image) => pool(image, { size, stride }));
    const found = await explored(controls);
    const round = (matrix: readonly (readonly number[])[]) =>
      matrix.map((row) => row.map((value) => Number(value.toFixed(9))));
    assert.deepEqual(round(found.pooled), round(wanted[0] ?? []), "the digit");
    assert.deepEqual(round(found.moved), round(wanted[1] ?? []), "the digit moved");

    const places = wanted[0]?.length ?? 0;
    const changes = (a: readonly number[], b: readonly number[]) =>
      a.filter((value, index) => Math.abs(value - (b[index] ?? 0)) > 1e-9).length;
    const numbers = changes(wanted[0]?.flat() ?? [], wanted[1]?.flat() ?? []);
    const pixels = changes(digit.flat(), movedDigit.flat());
    for (const text of [
      `${places} x ${places} = ${places ** 2} numbers stay`,
      `${numbers} of ${places ** 2} numbers change,`,
      `${pixels} of 784 pixels change,`,
    ]) {
      assert.ok(found.texts.includes(text), `"${text}" is not in ${found.texts.join(" | ")}`);
    }

    const seen = new Set<number>();
    for (let place = 0; place < places; place++) {
      for (let offset = 0; offset < size; offset++) seen.add(place * stride + offset);
    }
    assert.equal(found.unseen, 784 - seen.size ** 2, "pixels that no window sees");
  });
}

test("poolingExplorer() marks the window under the pointer, and stays inside when the map shrinks", async () => {
  assert.deepEqual((await explored({ markedRow: 3, markedColumn: 5 })).spotted, [[3, 5]]);
  const shrunk = await explored({ markedRow: 13, markedColumn: 2, size: 7, stride: 7 });
  assert.deepEqual(shrunk.spotted, [[3, 2]]);
  const { pooled, moved } = shrunk;
  const text = (value: number | undefined) => String(Number((value ?? Number.NaN).toFixed(1)));
  const said = `The window of row 3, column 2: | maximum ${text(pooled[3]?.[2])}, | after the move ${text(moved[3]?.[2])}`;
  assert.ok(shrunk.texts.join(" | ").includes(said), `"${said}" is not in ${shrunk.texts.join(" | ")}`);
});

test("poolingExplorer() refuses what is no square image", () => {
  assert.throws(() => poolingExplorer([]), /^RangeError: Cannot explore pooling: the matrix is empty/);
  assert.throws(() => poolingExplorer(digit.slice(1)), /^RangeError: Cannot explore pooling on 27x28 pixels/);
});
