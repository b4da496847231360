import assert from "node:assert/strict";
import { test } from "node:test";
import { drawingExplorer } from "../../../../src/lessons/class-activation-maps/drawing/drawingExplorer.js";
import type { DrawingNetwork } from "../../../../src/lessons/class-activation-maps/drawing/drawingExplorerWeights.js";
import { driven, itemsOf, textsOf, viewOf } from "../../explorer/vegaExplorer.js";
import { point } from "../../networkExplorer/drivenView.js";
import { biasedNetwork } from "./gallery.js";

type View = import("vega").View;
type Row = Record<string, number>;

const figure = drawingExplorer(biasedNetwork, 1);
const stroke = (kind: string, x0: number, y0: number, x1: number, y1: number) => ({
  act: { kind, width: 1, begins: true, x0, y0, x1, y1 },
});
const inkIn = (view: View, row: number, column: number) =>
  (view.data("drawing") as Row[]).find((cell) => cell.row === row && cell.column === column)?.ink as number;
const read = (view: View) => ({
  middle: inkIn(view, 9, 4),
  beside: inkIn(view, 10, 4),
  away: inkIn(view, 12, 4),
  old: inkIn(view, 3, 7),
});

test("drawingExplorer: a stroke is full along its middle, fades beside it, and leaves the rest", async () => {
  const { middle, beside, away, old } = await driven(figure, stroke("paints", 1, 9, 5, 9), read);
  assert.equal(middle, 1);
  assert.ok(Math.abs(beside - 0.3) < 1e-9, `${beside}: one cell beside the middle`);
  assert.deepEqual([away, old], [0, 1]);
});

test("drawingExplorer: strokes add up, and erasing takes ink away", async () => {
  const found = await driven(figure, stroke("paints", 1, 9, 5, 9), (view) => {
    view.signal("act", stroke("paints", 1, 12, 5, 12).act).run();
    const painted = read(view);
    view.signal("act", stroke("erases", 7, 3, 7, 3).act).run();
    return { painted, erased: read(view) };
  });
  assert.deepEqual([found.painted.middle, found.painted.away, found.painted.old], [1, 1, 1]);
  assert.deepEqual([found.erased.middle, found.erased.away, found.erased.old], [1, 1, 0]);
});

/** Cells with full ink in a row. */
const fullIn = (view: View, row: number) =>
  (view.data("drawing") as Row[]).flatMap((cell) =>
    cell.row === row && cell.ink === 1 ? [cell.column] : [],
  );

test("drawingExplorer: the pen paints where the sliders lead it while it is down, and only then", async () => {
  await driven(figure, { example: "an empty paper" }, (view) => {
    const move = (signals: Record<string, unknown>) => {
      for (const [name, value] of Object.entries(signals)) view.signal(name, value).run();
    };
    move({ penRow: 3, penColumn: 2 });
    assert.deepEqual([fullIn(view, 3), view.signal("example")], [[], "an empty paper"], "the pen is up");
    move({ penDown: true });
    assert.deepEqual([fullIn(view, 3), view.signal("example")], [[2], "my own drawing"], "a dot");
    move({ penColumn: 6 });
    assert.deepEqual(fullIn(view, 3), [2, 3, 4, 5, 6], "a stroke of a slider that jumps has no gaps");
    move({ penRow: 5 });
    assert.deepEqual([fullIn(view, 4), fullIn(view, 5)], [[6], [6]]);
    move({ penDown: false, penRow: 9, penColumn: 9 });
    assert.deepEqual(fullIn(view, 9), [], "lifted");
    move({ penDown: true });
    assert.deepEqual([fullIn(view, 7), fullIn(view, 9)], [[], [9]], "a new stroke starts where the pen is");
    move({ brush: "erases", penColumn: 9, penRow: 8 });
    assert.deepEqual(fullIn(view, 9), [], "the other end rubs out");
    assert.ok(textsOf(view).includes("The pencil erases, width 1; pen down at row 8, column 9"));
    move({ example: "a cross" });
    move({ brush: "paints", penColumn: 12 });
    assert.deepEqual(fullIn(view, 8).includes(10), false, "after an image is loaded a stroke starts anew");
  });
});

test("drawingExplorer: each stroke, step of the pen, erasure, clearing and loading is taken back, the last one first", async () => {
  await driven(figure, { example: "an empty paper" }, (view) => {
    const inked = () => (view.data("drawing") as Row[]).flatMap(({ ink }) => [ink]);
    const move = (signals: Record<string, unknown>) => {
      for (const [name, value] of Object.entries(signals)) view.signal(name, value).run();
    };
    const back = () => move({ undo: !view.signal("undo") });
    const states = [inked()];
    const note = () => states.push(inked());
    move(stroke("paints", 1, 9, 5, 9));
    move({ act: { kind: "paints", width: 1, x0: 5, y0: 9, x1: 5, y1: 12 } }); // the same stroke goes on
    note();
    move({ penRow: 3, penColumn: 2, penDown: true });
    note();
    move({ penColumn: 8 });
    note();
    move({ brush: "erases", penRow: 5 });
    note();
    move({ penDown: false, example: "a cross" });
    note();
    move({ act: { kind: "clears", begins: true } });
    assert.ok(inked().every((ink) => ink === 0));
    assert.equal(new Set(states.map(String)).size, 6, "each act changed something");
    for (const state of states.toReversed()) {
      back();
      assert.deepEqual(inked(), state);
    }
    assert.equal(view.signal("example"), "my own drawing");
    back(); // the example of the beginning, and then nothing more
    const first = inked();
    back();
    back();
    assert.deepEqual(inked(), first);
    assert.equal(inkIn(view, 3, 7), 1);
    move(stroke("paints", 1, 9, 5, 9));
    back();
    assert.deepEqual(inked(), first, "after that one paints on");
  });
});

test("drawingExplorer: a wider pencil paints wider, and leaves what was painted before as it is", async () => {
  await driven(figure, { example: "an empty paper" }, (view) => {
    const column = () =>
      (view.data("drawing") as Row[]).filter((cell) => cell.column === 3).map(({ ink }) => ink);
    const total = () => column().reduce<number>((sum, ink) => sum + (ink ?? 0), 0);
    const totals = [1, 2, 3].map((pencil) => {
      view.signal("act", { kind: "clears" }).run();
      view.signal("act", { ...stroke("paints", 1, 6, 5, 6).act, width: pencil }).run();
      return total();
    });
    assert.deepEqual(
      totals.map((sum) => Math.round(10 * sum) / 10),
      [1.6, 2.6, 3.6],
    );
    view.signal("pencil", 1).signal("brush", "erases").run();
    assert.equal(Math.round(10 * total()) / 10, 3.6);
  });
});

test("drawingExplorer: mouse or finger paints once, without a gap, the pen follows, and the buttons do what they say", async () => {
  const view = await viewOf(figure);
  const state = (...names: string[]) => names.map((name) => view.signal(name));
  const cells = (row: number, column: number): [number, number] => [
    14 * (column + 0.5),
    22 + 14 * (row + 0.5),
  ];
  await point(view, "click", "clear");
  assert.deepEqual([fullIn(view, 6), state("example")], [[], ["my own drawing"]]);
  await point(view, "pointerdown", "paper", cells(6, 3));
  await point(view, "pointermove", "paper", cells(6, 7));
  await point(view, "pointermove", "paper", cells(6, 9));
  await point(view, "pointerup", "paper", cells(6, 9));
  await point(view, "pointermove", "paper", cells(11, 9));
  assert.deepEqual(fullIn(view, 6), [3, 4, 5, 6, 7, 8, 9]);
  assert.deepEqual([fullIn(view, 9), state("penRow", "penColumn")], [[], [6, 9]]);
  await point(view, "click", "width");
  await point(view, "click", "erase");
  assert.deepEqual(state("pencil", "brush"), [2, "erases"]);
  await point(view, "pointerdown", "paper", cells(6, 5));
  await point(view, "pointerup", "paper", cells(6, 5));
  assert.deepEqual(fullIn(view, 6), [3, 7, 8, 9]);
  await point(view, "click", "undo");
  assert.deepEqual(fullIn(view, 6), [3, 4, 5, 6, 7, 8, 9]);
  await point(view, "click", "undo");
  assert.deepEqual(fullIn(view, 6), []);
  await point(view, "click", "width");
  await point(view, "click", "width");
  assert.deepEqual(state("pencil"), [1]);
  view.finalize();
});

test("drawingExplorer: on a narrow screen everything lies within 336 pixels, and none on another", async () => {
  const view = await viewOf(figure);
  for (const narrow of [false, true]) {
    await view.signal("narrow", narrow).runAsync();
    const [width, height] = [view.width(), view.height()];
    assert.deepEqual([width, height <= (narrow ? 940 : 470)], [narrow ? 336 : 566, true]);
    const boundsOf = (name: string) => {
      const found = itemsOf(view, (mark) => mark.name === name) as unknown as { bounds: Bounds }[];
      return found.map(({ bounds }) => bounds);
    };
    for (const name of ["paper", "undo", "clear", "erase", "width"]) {
      for (const { x1, x2, y1, y2 } of boundsOf(name))
        assert.ok(x1 >= 0 && x2 <= width && y1 >= 0 && y2 <= height, name);
    }
    const [paper, undo] = [boundsOf("paper")[0], boundsOf("undo")[0]];
    assert.ok(undo && paper && undo.y1 > paper.y2 && undo.y2 - undo.y1 >= (narrow ? 36 : 24));
  }
  view.finalize();
});

interface Bounds {
  readonly x1: number;
  readonly x2: number;
  readonly y1: number;
  readonly y2: number;
}

test("drawingExplorer: an example of the list is loaded, and clearing leaves nothing to read", async () => {
  const said = await driven(figure, { example: "an empty field" }, textsOf);
  assert.ok(said.includes("Nothing yet"), said.join("; "));
  const again = await driven(figure, { act: { kind: "clears" } }, (view) => {
    const cleared = [textsOf(view).includes("Nothing yet"), inkIn(view, 3, 7)];
    view.signal("example", "an empty field").run();
    view.signal("example", "a cross").run();
    return [cleared, inkIn(view, 3, 7)];
  });
  assert.deepEqual(again, [[true, 0], 1]);
});

test("drawingExplorer: the drawing is centred and scaled, unless the reader says no", async () => {
  // 4x4 cells of ink in a corner: 10 x 10 in the middle.
  const image = Array.from({ length: 196 }, (_, i) =>
    Math.floor(i / 14) < 4 && i % 14 < 4 ? "f" : "0",
  ).join("");
  const extent = (view: View) => {
    const inked = (view.data("seen") as Row[]).filter(({ ink = 0 }) => ink > 0.5);
    const rows = inked.map(({ row }) => row as number);
    const columns = inked.map(({ column }) => column as number);
    return [Math.min(...rows), Math.max(...rows), Math.min(...columns), Math.max(...columns)];
  };
  const act = { kind: "loads", image };
  assert.deepEqual(await driven(figure, { act }, extent), [2, 11, 2, 11]);
  assert.deepEqual(await driven(figure, { act, framing: false }, extent), [0, 3, 0, 3]);
});

test("drawingExplorer: the chosen digit's evidence is shown, and one weight changes its filter's answers", async () => {
  const said = await driven(figure, { evidence: "3" }, textsOf);
  assert.ok(said.includes("Evidence for 3"), said.join("; "));
  assert.ok(said.includes("bias +0.0, logit 0.0"), said.join("; "));
  const answers = (view: View, filter: number) =>
    (view.data("answers") as Row[]).filter((row) => row.filter === filter).map(({ answer }) => answer);
  const both = (view: View) => [answers(view, 1), answers(view, 2)];
  const [before, after] = await driven(figure, { filter: "3" }, (view) => [
    both(view),
    both(view.signal("weight", 2.5).run()),
  ]);
  assert.ok(before && after);
  assert.deepEqual(after[0], before[0]);
  assert.notDeepEqual(after[1], before[1]);
});

test("drawingExplorer: choosing another weight gives the old one back, and moves the slider to the new one", async () => {
  const trained = biasedNetwork.first.filters[5]?.[2] as number;
  const found = await driven(figure, { filter: "3" }, (view) => {
    view.signal("weight", 2.5).run();
    const changed = (view.data("kernels") as Row[]).filter(({ weight = 0 }) => Math.abs(weight) > 0.5).length;
    view.signal("filter", "6").signal("place", "row 0, column 2").run();
    const left = (view.data("kernels") as Row[]).filter(({ weight = 0 }) => Math.abs(weight) > 0.5).length;
    return { changed, left, slider: view.signal("weight") };
  });
  assert.deepEqual([found.changed, found.left], [1, 0]);
  assert.ok(Math.abs(found.slider - trained) < 1e-5, `${found.slider} for ${trained}`);
});

test("drawingExplorer(network, start) refuses networks and examples of another form", () => {
  const wrong =
    (change: Partial<DrawingNetwork>, start = 0) =>
    () =>
      drawingExplorer({ ...biasedNetwork, ...change }, start);
  const { first, second, examples } = biasedNetwork;
  assert.throws(wrong({ first: { ...first, filters: first.filters.slice(1) } }), {
    name: "RangeError",
    message: /^Cannot draw the network: its first filters are 7 rows of 9 numbers\. Give 8 of 9\./,
  });
  assert.throws(wrong({ second: { ...second, biases: [1] } }), /1 biases belong to 2/);
  assert.throws(wrong({ classes: second.filters }), /its classes are 2 rows/);
  assert.throws(wrong({ examples: [{ name: "short", image: "0f" }] }), /Cannot load example short/);
  assert.throws(wrong({ examples: [] }), /Cannot load an example/);
  assert.throws(wrong({}, examples.length), /^RangeError: Cannot start with example 2: there are 2\./);
});
