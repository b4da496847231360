import { functionForms, listForms, matrixForms, numberForms } from "../exercise/forms.js";
import {
  type Accepted,
  noFunctions,
  noLists,
  noNumbers,
  noPairs,
  type Rejected,
  type Solutions,
  tryLesson,
} from "../exercise/tryLesson.js";

interface Sides {
  top: number;
  left: number;
  bottom: number;
  right: number;
}
type Overlap = (a: Sides, b: Sides) => unknown;
type Rows = number[][];
type Mask = (map: Rows, threshold: number) => unknown;

/** By counting pixels, apart from the library. */
const counted: Overlap = (a, b) => {
  const inside = (box: Sides, y: number, x: number) =>
    y >= box.top && y < box.bottom && x >= box.left && x < box.right;
  let [both, either] = [0, 0];
  for (let y = 0; y < 20; y++) {
    for (let x = 0; x < 20; x++) {
      both += Number(inside(a, y, x) && inside(b, y, x));
      either += Number(inside(a, y, x) || inside(b, y, x));
    }
  }
  return both / either;
};
const area = (box: Sides) => (box.bottom - box.top) * (box.right - box.left);
const held = (a: Sides, b: Sides) =>
  Math.max(0, Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)) *
  Math.max(0, Math.min(a.right, b.right) - Math.max(a.left, b.left));
const unheld = (a: Sides, b: Sides) =>
  (Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)) *
  (Math.min(a.right, b.right) - Math.max(a.left, b.left));

const marked = (map: Rows, above: (value: number) => boolean) =>
  map.map((row) => row.map((value) => (above(value) ? 1 : 0)));
const most = (map: Rows) => Math.max(...map.flat());
const least = (map: Rows) => Math.min(...map.flat());
const mended: Mask = (map, threshold) =>
  marked(map, (value) => most(map) > 0 && value > threshold * most(map));
const zeros = [
  [0, 0],
  [0, 0],
];

const accepted: Accepted = {
  "class-activation-maps.1": [...matrixForms([[6, -4], [3, 3]]), [[6, -4], [3, 3]], [Float32Array.of(6, -4), [3, 3]]],
  "class-activation-maps.2": [...numberForms(0.01), 0.01, "0.01"],
  "class-activation-maps.3": [...functionForms(counted), counted, ((a, b) => held(a, b) / (area(a) + area(b) - held(a, b))) satisfies Overlap],
  "class-activation-maps.4": [...listForms([2, 0, 4, 2], ["top", "left", "bottom", "right"]), { top: 2, left: 0, bottom: 4, right: 2 }, [2, 0, 4, 2],
    { x: 0, y: 2, width: 2, height: 2 },
  ],
  "class-activation-maps.5": [...functionForms(mended), mended, ((map, threshold) => marked(map, (value) => value > threshold * Math.max(0, most(map)))) satisfies Mask, ((map, t) => (mended(map, t) as Rows).map((row) => row.map(Boolean))) satisfies Mask],
  "class-activation-maps.6": [...matrixForms([[0.2, 0], [0, 0]]).map((first) => ({ first, second: zeros })), { first: [[0.2, 0], [0, 0]], second: zeros }, { first: [[0.2, 0.2], [0.1, 0.1]], second: [[0.1, 0.1], [0.05, 0]] }],
}; // biome-ignore format: pairs

const rejected: Rejected = {
  "class-activation-maps.1": [
    [[[7, -3], [4, 4]], /bias has been added/],
    [[[1.5, -1], [0.75, 0.75]], /divided by the number of places/],
    [[[6, 0], [3, 3]], /cut off/],
    [[[1, 0], [0.7, 0.7]], /rescaled/],
    [[[6, 4], [3, 3]], /-1, not 1/],
    [[[-2, 12], [-1, -1]], /changed places/],
    [[[1, 1], [1, 1]], /At every place/],
    [3, /3 is the logit/],
    [4, /two rows/],
    ...noLists,
  ],
  "class-activation-maps.2": [
    [2.56, /one place/],
    [0.16, /Divided by 16/],
    [655.36, /Multiplied/],
    [0, /Every place/],
    [1, /mean of 256/],
    ["much", /one number/],
    ...noNumbers,
  ],
  "class-activation-maps.3": [
    [((a, b) => unheld(a, b) / (area(a) + area(b) - unheld(a, b))) satisfies Overlap, /below zero/],
    [((a, b) => Math.max(0, unheld(a, b)) / (area(a) + area(b) - Math.max(0, unheld(a, b)))) satisfies Overlap, /both axes/],
    [((a, b) => held(a, b) / (area(a) + area(b))) satisfies Overlap, /counted twice/],
    [((a, b) => held(a, b) / area(b)) satisfies Overlap, /second box alone/],
    [((a, b) => held(a, b) / area(a)) satisfies Overlap, /first box alone/],
    [((a, b) => held(a, b) / Math.min(area(a), area(b))) satisfies Overlap, /smaller box/],
    [held, /intersection/],
    [((a, b) => 100 * (counted(a, b) as number)) satisfies Overlap, /percent/],
    [() => 0.5, /it returns 0.5; expected is 0.3333. They share 8 pixels and cover 24/],
    [() => undefined, /return/],
    [0.5, /function itself/],
    ...noFunctions,
  ],
  "class-activation-maps.4": [
    [{ top: 2, left: 0, bottom: 4, right: 3 }, /greater/],
    [{ top: 0, left: 2, bottom: 1, right: 3 }, /largest piece/],
    [[0, 0, 4, 6], /Only the largest/],
    [[1, 4, 3, 6], /piece of three/],
    [[2, 0, 3, 1], /first row and column outside/],
    [[0, 2, 2, 4], /Rows and columns/],
    [[9, 9, 9, 9], /First the level/],
    [[1, 2], /four numbers/],
    ...noLists,
  ],
  "class-activation-maps.5": [
    [((map, t) => marked(map, (value) => (value - least(map)) / (most(map) - least(map)) > t)) satisfies Mask, /from the smallest number/],
    [((map, t) => { const cut = map.map((row) => row.map((value) => Math.max(0, value))); return marked(cut, (value) => (value - least(cut)) / (most(cut) - least(cut)) > t); }) satisfies Mask, /Measure from 0/],
    [((map, t) => marked(map, (value) => value >= t * most(map))) satisfies Mask, /counted in/],
    [((map, t) => marked(map, (value) => Math.abs(value) > t * Math.max(...map.flat().map(Math.abs)))) satisfies Mask, /signs/],
    [((map, t) => marked(map, (value) => value > t)) satisfies Mask, /a share/],
    [((map) => marked(map, (value) => value > 0)) satisfies Mask, /not used/],
    [((map, t) => marked(map, (value) => value / most(map) > t)) satisfies Mask, /turns the signs round/],
    [((map) => marked(map, () => true)) satisfies Mask, /expected is \[\[0, 0, 0\], \[0, 1, 1\]/],
    [() => "x", /rows of 0 and 1/],
    [() => undefined, /return/],
    [[[0, 1]], /not its result/],
    ...noFunctions,
  ],
  "class-activation-maps.6": [
    [{ first: zeros, second: zeros }, /too easy/],
    [{ first: [[4, 0], [0, 0]], second: zeros }, /does not say "one"/],
    [{ first: [[0.2, 0], [0, 0]], second: [[0, 0], [0, 1]] }, /at 1 of the four places/],
    [{ first: [[-1, 0], [0, 0]], second: zeros }, /ReLU/],
    [{ first: [[1, 0]], second: zeros }, /2x2/],
    [{ first: zeros }, /Pass two maps/],
    [7, /Pass two maps/],
    ...noPairs,
  ],
}; // biome-ignore format: pairs

const solutions: Solutions = {
  "class-activation-maps.1": { source: "[[3 * 2 - 1 * 0, 3 * 0 - 1 * 4], [3 * 1 - 1 * 0, 3 * 1 - 1 * 0]]" },
  "class-activation-maps.2": { source: "2.56 / (16 * 16)" },
  "class-activation-maps.3": {},
  "class-activation-maps.4": { source: "{ top: 2, left: 0, bottom: 4, right: 2 }" },
  "class-activation-maps.5": {
    equivalent: {
      "3:52 > -> >=": "nothing is above a share of 0 where 0 is the largest",
      "3:54 0 -> (-1)": "below zero a share of the largest is above the largest",
    },
  },
  "class-activation-maps.6": {
    oracle: ({ first, second }: { first: Rows; second: Rows }) => {
      const [a, b] = [first.flat(), second.flat()];
      const mean = (map: number[]) => map.reduce((sum, value) => sum + value, 0) / 4;
      const one = -mean(a) + 2 * mean(b) + 1;
      const seven = 2 * mean(a);
      return (
        one > seven &&
        a.every((value, at) => value >= 2 * (b[at] ?? 0)) &&
        [...a, ...b].every((value) => value >= 0) &&
        a.some((value) => value > 0)
      );
    },
  },
};

tryLesson("class-activation-maps", accepted, rejected, solutions);
