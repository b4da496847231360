import assert from "node:assert/strict";
import { test } from "node:test";
import { viewOf } from "../explorer/vegaExplorer.js";
import { point } from "../networkExplorer/drivenView.js";
import { inkExplorer, twoSquares } from "./gallery.js";

type View = import("vega").View;

/** What is covered, as places `row,column`. */
const covered = (view: View) =>
  (view.signal("C") as number[]).flatMap((on, at) => (on === 1 ? [`${Math.floor(at / 12)},${at % 12}`] : []));
/** The places of a rectangle, last ones included. */
const block = (top: number, left: number, bottom: number, right: number) =>
  Array.from({ length: bottom - top + 1 }, (_, row) =>
    Array.from({ length: right - left + 1 }, (_, column) => `${top + row},${left + column}`),
  ).flat();
/** The middle of a pixel on the paper: 280 pixels for 12, in halves. */
const at = (row: number, column: number) => [(column + 0.5) * 23, 40 + (row + 0.5) * 23] as const;
const set = (view: View, signals: Readonly<Record<string, unknown>>) => {
  for (const [name, value] of Object.entries(signals)) view.signal(name, value);
  return view.runAsync();
};
const words = (view: View) => (view.signal("words") as string[]).join(" ");
const withView = async (use: (view: View) => Promise<void>) => {
  const view = await viewOf(inkExplorer());
  await use(view);
  view.finalize();
};

test("the first square covers where the map is strongest", () =>
  withView(async (view) => {
    assert.deepEqual(covered(view), block(0, 0, 3, 3));
    assert.match(
      words(view),
      /^16 pixels of 144 painted over with black \(0\) Logit of ink: 3\.00 before, 1\.00 after, change −2\.00\. Largest after: ink \(1\.00\)/,
    );
    // Without the first square the map has the other one: (1.5 - 1) * 18 / 9 = 1, and its mean is the logit.
    assert.match(words(view), /Class activation maps at \S+: mean 3\.00 before, 1\.00 after/);
  }));

test("a drag moves the cover, and what leaves on one side comes back on the other", () =>
  withView(async (view) => {
    await point(view, "pointerdown", "paper", at(6, 6));
    await point(view, "pointermove", "paper", at(10, 5));
    assert.deepEqual([view.signal("down"), view.signal("right")], [4, -1]);
    assert.deepEqual(
      covered(view),
      block(4, 0, 7, 11).filter((place) => /,(0|1|2|11)$/.test(place)),
    );
    assert.match(words(view), /moved 4 down, -1 right.* change 0\.00/);
    await set(view, { down: -4, right: -4 });
    assert.deepEqual(covered(view), block(8, 8, 11, 11));
    assert.match(words(view), /change −1\.00/);
  }));

test("a brush covers along its stroke, and restores", () =>
  withView(async (view) => {
    await set(view, { brush: "restores everything" });
    assert.deepEqual(covered(view), []);
    await set(view, { brush: "covers", size: 3 });
    assert.deepEqual(covered(view), [], "a brush that has not moved does nothing");
    await point(view, "pointerdown", "paper", at(5, 2));
    assert.deepEqual(covered(view), block(4, 1, 6, 3));
    await point(view, "pointermove", "paper", at(5, 9));
    assert.deepEqual(covered(view), block(4, 1, 6, 10), "without gaps");
    assert.deepEqual([view.signal("row"), view.signal("column")], [5, 9]);
    await set(view, { brush: "restores", size: 1 });
    await point(view, "pointerdown", "paper", at(4, 4));
    assert.deepEqual(
      covered(view),
      block(4, 1, 6, 10).filter((place) => place !== "4,4"),
    );
  }));

test("the keyboard covers: row and column lead the brush, and it goes down where they stand", () =>
  withView(async (view) => {
    await set(view, { brush: "restores everything", size: 1 });
    await set(view, { brush: "moves the cover", row: 7, column: 3 });
    assert.deepEqual(covered(view), []);
    await set(view, { brush: "covers" });
    assert.deepEqual(covered(view), ["7,3"]);
    await set(view, { column: 5 });
    assert.deepEqual(covered(view), block(7, 3, 7, 5));
  }));

test("strokes are taken back one by one, brought back, and painted on from there", () =>
  withView(async (view) => {
    await set(view, { brush: "covers", size: 1 });
    await point(view, "pointerdown", "paper", at(6, 6));
    await point(view, "pointermove", "paper", at(6, 7));
    await point(view, "pointerdown", "paper", at(8, 1));
    const first = block(0, 0, 3, 3);
    const stages = [[...first, "6,6", "6,7", "8,1"], [...first, "6,6", "6,7"], first, [], []];
    for (const back of [0, 1, 2, 3, 4, 2, 0, 1]) {
      await set(view, { back });
      assert.deepEqual(covered(view), stages[back], `${back} taken back`);
    }
    await point(view, "pointerdown", "paper", at(10, 10));
    assert.equal(view.signal("back"), 0);
    assert.deepEqual(covered(view), [...first, "6,6", "6,7", "10,10"]);
    await set(view, { back: 1 });
    assert.deepEqual(covered(view), stages[1]);
    await set(view, { back: 0, brush: "restores everything" });
    assert.deepEqual(covered(view), []);
    await set(view, { back: 1 });
    assert.deepEqual(covered(view), [...first, "6,6", "6,7", "10,10"], "even that");
  }));

test("a cover that was moved can be painted on where it now is", () =>
  withView(async (view) => {
    await set(view, { down: 5, right: 5 });
    await set(view, { brush: "covers", size: 2 });
    await point(view, "pointerdown", "paper", at(0, 0));
    assert.deepEqual(covered(view), [...block(0, 0, 1, 1), ...block(5, 5, 8, 8)]);
    await set(view, { paint: "white" });
    const wanted = twoSquares.map((row) => [...row]);
    for (const place of covered(view)) {
      const [row = 0, column = 0] = place.split(",").map(Number);
      (wanted[row] as number[])[column] = 1;
    }
    assert.ok(
      (view.signal("A0") as number[]).every((value, at) => Math.abs(value - (wanted.flat()[at] ?? 9)) < 1e-5),
    );
  }));

test("a result is kept beside the next one, until it is let go", () =>
  withView(async (view) => {
    await set(view, { keep: true });
    await set(view, { down: 4, right: 4 });
    assert.match(words(view), /change 0\.00\..* Kept \(green\): 16 pixels, ink −2\.00/);
    await set(view, { className: "none" });
    assert.match(words(view), /Logit of none: -?−?0\.50 before.* Kept \(green\): 16 pixels, none \+1\.00/);
    await set(view, { keep: false });
    assert.doesNotMatch(words(view), /Kept/);
  }));

test("a click on a logit chooses its class", () =>
  withView(async (view) => {
    await point(view, "click", "bar", [0, 0], (datum) => datum.map === 1);
    assert.equal(view.signal("className"), "none");
  }));
