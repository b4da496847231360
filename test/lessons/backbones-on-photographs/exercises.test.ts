import { functionForms, listForms, numberForms } from "../exercise/forms.js";
import {
  type Accepted,
  noFunctions,
  noLists,
  noNumbers,
  type Rejected,
  type Solutions,
  tryLesson,
} from "../exercise/tryLesson.js";

type Rows = number[][];
const distance = (a: number[], b: number[]) =>
  a.reduce((sum, value, at) => sum + (value - (b[at] ?? 0)) ** 2, 0);

/** A head written apart from the library: a point for each class, made by `point`, and which distance wins. */
const head =
  (point: (rows: Rows) => number[], sign = 1) =>
  (examples: Rows, labels: number[]) => {
    const points = new Map<number, number[]>();
    for (const label of labels) points.set(label, point(examples.filter((_, at) => labels[at] === label)));
    return (features: number[]) => {
      const cost = (label: number) => sign * distance(points.get(label) ?? [], features);
      return [...points.keys()].sort((a, b) => cost(a) - cost(b))[0];
    };
  };
const columns = (rows: Rows) => (rows[0] ?? []).map((_, at) => rows.map((row) => row[at] ?? 0));
const total = (values: number[]) => values.reduce((sum, value) => sum + value, 0);
const middle = (rows: Rows) => columns(rows).map((values) => total(values) / values.length);
const sum = (rows: Rows) => columns(rows).map(total);
const neighbour = (examples: Rows, labels: number[]) => (features: number[]) =>
  labels[
    examples.map((row, at) => [distance(row, features), at] as const).sort((a, b) => a[0] - b[0])[0]?.[1] ?? 0
  ];

type Best = (logits: number[], count: number) => unknown;
const places = (logits: number[]) => Array.from(logits.keys());
const best: Best = (logits, count) =>
  places(logits)
    .sort((a, b) => (logits[b] ?? 0) - (logits[a] ?? 0))
    .slice(0, count);
const destructive: Best = (logits, count) => {
  const before = [...logits];
  logits.sort((a, b) => b - a);
  return logits.slice(0, count).map((value) => before.indexOf(value));
};

type Fit = (examples: Rows, labels: number[]) => (features: number[]) => unknown;
/** Heads whose answers come in other forms. */
const fit: Fit = head(middle);
const forms: ((label: unknown) => unknown)[] = [String, (label) => [label], (label) => [[label]], (label) => ({ label }), (label) => Int32Array.of(Number(label)), (label) => BigInt(Number(label)), async (label) => label, (label) => Promise.resolve([label])]; // biome-ignore format: a list
const heads = [
  async (examples: Rows, labels: number[]) => fit(examples, labels),
  ...forms.map(
    (form): Fit =>
      (examples, labels) =>
      (features) =>
        form(fit(examples, labels)(features)),
  ),
];

const accepted: Accepted = {
  "backbones-on-photographs.1": [...numberForms(63_600), 63_600, "63,600", 240 * 25 + 240 ** 2],
  "backbones-on-photographs.2": [
    ...listForms([1.5, -14], ["scale", "shift"]),
    { scale: 1.5, shift: -14 },
    [1.5, -14],
    { scale: "1.5", shift: 1 - 15 },
  ],
  "backbones-on-photographs.3": [
    ...functionForms(best),
    best,
    (logits: number[], count: number) => Int32Array.from(best(logits, count) as number[]),
  ],
  "backbones-on-photographs.4": [...numberForms(7.6), 7.6, "7.6", 392 / 49 - 0.4],
  "backbones-on-photographs.5": [
    ...functionForms((byte: number) => (byte - 127) / 128),
    (byte: number) => (byte - 127) / 128,
    (byte: number) => byte / 128 - 127 / 128,
    (byte: number) => byte / 127.5 - 1,
    (byte: number) => (byte - 127) / 127,
    (byte: number) => (byte - 128) / 128,
  ],
  "backbones-on-photographs.6": [...heads, head(middle)],
};

const rejected: Rejected = {
  "backbones-on-photographs.1": [
    [1_440_000, /ordinary convolution/],
    [6_000, /still missing/],
    [57_600, /kernel for each channel/],
    [64_080, /Without biases/],
    [57_625, /not one for all/],
    [1, /Count the two steps apart/],
    ...noNumbers,
  ],
  "backbones-on-photographs.2": [
    [{ scale: 1.5, shift: 1 }, /shift is not beta alone/],
    [{ scale: 1.5, shift: 16 }, /taken away, not added/],
    [{ scale: 0.75, shift: -6.5 }, /Divide by its root/],
    [{ scale: 0.75, shift: 1 }, /Divide by its root, .+ shift is not beta alone/],
    [{ scale: 3, shift: -29 }, /only part of the scale/],
    [{ scale: 0.5, shift: -4 }, /Gamma is missing/],
    [{ scale: 1.5, shift: 5 }, /what becomes of the number 0/],
    [{ scale: 7, shift: 5 }, /the number 10, which is the mean, becomes 75/],
    [1.5, /two numbers/],
    ...noLists,
  ],
  "backbones-on-photographs.3": [
    [(logits: number[], count: number) => [...logits].sort().slice(0, count), /letter by letter/],
    [
      (logits: number[], count: number) => [...logits].sort((a, b) => a - b).slice(0, count),
      /logits, and the smallest\. Asked are the places/,
    ],
    [
      (logits: number[], count: number) => [...logits].sort((a, b) => b - a).slice(0, count),
      /logits themselves/,
    ],
    [
      (logits: number[], count: number) =>
        places(logits)
          .sort((a, b) => (logits[a] ?? 0) - (logits[b] ?? 0))
          .slice(0, count),
      /smallest/,
    ],
    [(logits: number[], count: number) => (best(logits, count) as number[]).reverse(), /best one last/],
    [(logits: number[]) => best(logits, logits.length), /Only the first/],
    [
      (logits: number[], count: number) => (best(logits, count) as number[]).map((at) => at + 1),
      /one too high/,
    ],
    [
      (logits: number[], count: number) =>
        places(logits)
          .sort((a, b) => Math.abs(logits[b] ?? 0) - Math.abs(logits[a] ?? 0))
          .slice(0, count),
      /size without sign/,
    ],
    [destructive, /`logits` itself was changed/],
    [
      (_: number[], count: number) => places([1, 2, 3, 4]).slice(0, count),
      /For logits \[0\.5, 9\.5.*it returns \[0, 1, 2\]; expected is \[2, 1, 4\]/,
    ],
    [best([1, 2], 1), /function itself/],
    ...noFunctions,
  ],
  "backbones-on-photographs.4": [
    [391.6, /mean of the class activation map/],
    [8, /bias of the class/],
    [8.4, /lowers the logit/],
    [55.6, /one side/],
    [0.2806, /inside each number/],
    [3, /mean of the map plus the bias/],
    ...noNumbers,
  ],
  "backbones-on-photographs.5": [
    [(byte: number) => byte / 255, /0 to 1, and it nearly works/],
    [(byte: number) => byte, /as they are/],
    [(byte: number) => (byte / 255 - 0.485) / 0.229, /other ImageNet networks, red/],
    [(byte: number) => byte - 127 / 128, /Brackets/],
    [(byte: number) => (127 - byte) / 128, /negative of the photograph/],
    [(byte: number) => 2 * byte, /For byte 0 it returns 0; expected is -0\.9922/],
    [0.5, /itself/],
    ...noFunctions,
  ],
  "backbones-on-photographs.6": [
    [neighbour, /nearest neighbour/],
    [head(sum), /Divide by how many/],
    [head(middle, -1), /farthest away/],
    [(_: Rows, labels: number[]) => () => labels[0], /first label/],
    [() => () => 8, /features \[2, 2\] it returns 8; expected is 3/],
    [() => 3, /must return a function/],
    [middle, /must return a function/],
    ...noFunctions,
  ],
};

const solutions: Solutions = {
  "backbones-on-photographs.1": { source: "240 * 5 * 5 + 240 * 240" },
  "backbones-on-photographs.2": {
    source: "({ scale: 3 / Math.sqrt(4), shift: 1 - (3 / Math.sqrt(4)) * 10 })",
  },
  "backbones-on-photographs.3": {},
  "backbones-on-photographs.4": { source: "392 / (7 * 7) - 0.4" },
  "backbones-on-photographs.5": {
    equivalent: {
      "1:42 127 -> 126": "a gray level more",
      "1:42 127 -> 128": "a gray level less",
      "1:49 128 -> 127": "white is a hundredth brighter",
      "1:49 128 -> 129": "white is a hundredth darker",
    },
  },
  "backbones-on-photographs.6": {
    equivalent: {
      "10:45 value - features[at]! -> ((features[at]!) - (value))": "a square forgets the sign",
      "10:74 0 -> (-1)": "every distance is one smaller: the nearest stays the nearest",
      "10:74 0 -> 1": "every distance is one larger: the nearest stays the nearest",
      "12:36 < -> <=": "of two means equally near either will do",
    },
  },
};

tryLesson("backbones-on-photographs", accepted, rejected, solutions);
