import assert from "node:assert/strict";
import { test } from "node:test";
import { type Cell, code, prose } from "../notebooks/notebook.js";
import { filesUnder, read } from "./files.js";
import { answerOn, giveaways } from "./giveaways.js";
import { cellsOf } from "./hygiene.js";
import { predictionFaults } from "./predictions.js";

const lessons = filesUnder("notebooks", ".ipynb").filter((path) => !path.includes(".ipynb_checkpoints"));

for (const path of lessons) {
  test(`${path}: three to six predictions, each with its guess and its comparison`, () => {
    // The last lesson computes nothing new to be guessed: it asks by its exercises.
    const expected = path === lessons.at(-1) ? ["0 predictions are not three to six"] : [];
    assert.deepEqual(predictionFaults(cellsOf(read(path))), expected);
  });
  test(`${path}: no text and no output gives a prediction's answer away`, () => {
    assert.deepEqual(giveaways(cellsOf(read(path))), []);
  });
}

/** A card as the notebook keeps it. */
const card = (answer: string) => ({
  output_type: "display_data",
  data: {
    "text/html": "<div></div>",
    "text/plain": [`… Not guessed\n`, `The answer: ${answer}\n`, "To guess, …"],
  },
});

const guess = (
  number: number,
  source = `const guess${number}: number | undefined = undefined; // a number`,
) => [prose(`q${number}`, `Some text.\n\n**Predict first:** how many?`), code(`g${number}`, source)];
const lesson = (change: (cells: Cell[]) => void = () => {}): Cell[] => {
  const cells = [
    prose("title", "# A lesson"),
    ...[1, 2, 3].flatMap((number) => [
      ...guess(number),
      code(`c${number}`, `const sum${number} = one + 1;\ncompare(guess${number}, sum${number});`, {
        outputs: [card(`${16 + number} sums`)],
      }),
    ]),
  ];
  change(cells);
  return cells;
};
const put = (id: string, source: string) => (cells: Cell[]) => {
  const cell = cells.find((each) => each.id === id) as Cell;
  cell.source = source;
};

test("predictionFaults(cells) accepts a good lesson and finds each kind of fault", () => {
  assert.deepEqual(predictionFaults(lesson()), []);
  const free = "const guess1: Record<string, number | undefined> = {\n  a: undefined,\n  b: undefined,\n};";
  assert.deepEqual(predictionFaults(lesson(put("g1", free))), []);
  const cases: [change: (cells: Cell[]) => void, expected: RegExp][] = [
    [(cells) => cells.splice(1, 3), /2 predictions are not three to six/],
    [
      (cells) => cells.splice(4, 3, ...lesson().slice(4), ...lesson().slice(1)),
      /7 predictions are not three to six/,
    ],
    [put("g2", "const guess4: number | undefined = undefined; // a number"), /guess4 is the 2\. guess/],
    [put("g1", "const guess1: number | undefined = undefined; // a\nconst more = 1;"), /guess1 is not alone/],
    [put("g1", "const guess1: number | undefined = 17; // a number"), /guess1 is filled in/],
    [put("g1", "const guess1: Record<string, number | undefined> = { a: 1 };"), /guess1 is filled in/],
    [put("g1", "const guess1: number = undefined; // a number"), /no type that may be undefined/],
    [put("g1", "const guess1: number | undefined = undefined;"), /does not say which form/],
    [
      put("q1", "**Predict first:** how many?\n\nAnd something else."),
      /no question stands right before guess1/,
    ],
    [put("q1", "How many?"), /no question stands right before guess1/],
    [put("q1", "Predict first, and then:\n\n**Predict first:** how many?"), /q1 does not ask once/],
    [put("q1", "**Predict first.** How many?"), /q1 does not ask once/],
    [
      (cells) => cells.push(prose("p", "Predict first: and now?"), code("x", "1;")),
      /p says "Predict first" and no/,
    ],
    [put("c1", "compare(guess1, sum1);\nconsole.log(1);"), /c1 does not end in compare\(guess1/],
    [put("c1", "compare(guess2, sum1);"), /c1 does not end in compare\(guess1/],
    [put("c1", "compare(guess1, sum1);\ncompare(guess1, sum1);"), /guess1 is compared 2 times/],
    [put("c1", "compare(guess1, 17);"), /c1 compares guess1 with a literal/],
    [put("c1", 'compare(guess1, { a: 1, b: "two" });'), /c1 compares guess1 with a literal/],
    [(cells) => cells.splice(3, 0, prose("between", "A word.")), /the cell behind guess1 does not compute/],
  ];
  for (const [change, expected] of cases) assert.match(predictionFaults(lesson(change)).join("\n"), expected);
});

test("giveaways(cells) finds an answer in the prose, the outputs and the hint before it, and a card that is missing", () => {
  assert.deepEqual(giveaways(lesson()), []);
  assert.equal(answerOn(lesson()[3]), "17 sums");
  const showing =
    (answer: string, id = "c1") =>
    (cells: Cell[]) => {
      (cells.find((each) => each.id === id) as Cell).outputs = [card(answer)];
    };
  const shown = (id: string, text: string) => (cells: Cell[]) => {
    (cells.find((each) => each.id === id) as Cell).outputs?.push({ output_type: "stream", text: [text] });
  };
  const both =
    (...changes: ((cells: Cell[]) => void)[]) =>
    (cells: Cell[]) => {
      for (const change of changes) change(cells);
    };
  const asks = (text: string) => put("q1", `${text}\n\n**Predict first:** how many?`);
  const cases: [change: (cells: Cell[]) => void, expected: RegExp][] = [
    [(cells) => cells[3]?.outputs?.pop(), /guess1: c1 shows no card/],
    [asks("There are 17 of them."), /guess1: the answer 17 stands in q1/],
    [asks("A side of 17x3."), /stands in q1/],
    [put("g1", "const guess1: number | undefined = undefined; // such as 17"), /stands in g1/],
    [shown("c1", "it was 18"), /guess2: the answer 18 stands in c1/],
    [both(showing("483,385 weights"), asks("Half a million, 483385.")), /the answer 483385 stands in q1/],
    [both(showing("49.3%"), asks("Of 100 it reads 49.")), /the answer 49 stands in q1/],
    [both(showing("corner: 4; middle: 9"), asks("It meets nine, 9, of them.")), /the answer 9 stands in q1/],
    [both(showing("[4, 4, 10]"), asks("`[4,4,10]`")), /the answer 4, 4, 10 stands in q1/],
  ];
  for (const [change, expected] of cases) assert.match(giveaways(lesson(change)).join("\n"), expected);
  const innocent = [
    asks("There are 170, 1.7 and 17,000 of them, and [a link](17-lesson.ipynb)."),
    both(showing("[4, 4, 10]"), asks("4 by 10 and 4.")),
    both(showing("hidden layer"), asks("One layer or the hidden layer?")),
    both(showing("dense 1"), asks("dense 1 or dense 2")),
    both(showing("1x1 across channels"), asks("1x1 across channels or 3x3?")),
    both(asks("## A new section"), put("title", "# A lesson of 17 parts")),
  ];
  for (const change of innocent) assert.deepEqual(giveaways(lesson(change)), []);
});
