import assert from "node:assert/strict";
import { test } from "node:test";
import { encodePng } from "../../src/charts/drawing/png.js";
import { makeFigure } from "../../src/charts/figure.js";
import { liveOutput } from "../../src/notebook/output.js";
import { clearOutput, show } from "../../src/notebook/show.js";
import { isTensor, tensorText } from "../../src/notebook/tensor.js";
import { printed, withKernel } from "./fakeKernel.js";

const figure = makeFigure("three dots", { "application/vnd.vegalite.v5+json": { mark: "point" } });

/** A tensor as far as the notebook looks. */
function tensor(shape: number[], values: ArrayLike<number>, dtype = "float32") {
  return { dtype, shape, size: values.length, dataSync: () => values };
}

test("show(...values) prints sentences and text outside a kernel", () => {
  const lines = printed(() => show(figure, "text", 3, [1, 2], { a: { b: 1 } }, undefined));
  assert.deepEqual(lines, ["three dots", "text", "3", "[ 1, 2 ]", "{ a: { b: 1 } }", "undefined"]);
});

test("show(...values) sends one output each in a kernel, a list of figures one by one", () => {
  withKernel(({ sent }) => {
    show([figure, figure], "text", []);
    assert.deepEqual(
      sent.map(({ data }) => data["text/plain"]),
      ["three dots", "three dots", "text", "[]"],
    );
    assert.deepEqual(Object.keys(sent[0]?.data ?? {}), ["application/vnd.vegalite.v5+json", "text/plain"]);
    assert.ok(sent.every(({ update }) => !update));
  });
});

test("show(value) prints of what is long a part, and says how much more there is", () => {
  const wide = Object.fromEntries(Array.from({ length: 20_000 }, (_, at) => [`key${at}`, at]));
  const element = { nodeType: 1, outerHTML: "<p>", ownerDocument: { all: { wide } } };
  for (const value of [wide, element]) {
    const [text = ""] = printed(() => show(value));
    assert.ok(text.length < 100_200, String(text.length));
    assert.match(text, /\n… and [\d,]+ more characters\. To see them all, print the value with console\.log/);
  }
  assert.match(
    printed(() => show({ text: "x".repeat(20_000) }))[0] ?? "",
    /^.{10,}\.\.\. 10000 more characters/s,
  );
  const text = "x".repeat(200_000);
  assert.deepEqual(
    printed(() => show(text)),
    [text],
  );
});

test("show(figure) and a live output send the sentence of each picture with it, as its alternative text", () => {
  const png = encodePng({ width: 1, height: 1, channels: 1, pixels: Uint8Array.of(0) });
  const dot = (words: string) => makeFigure(words, {}, () => ({ png, width: 1, height: 1 }));
  withKernel(({ sent }) => {
    show(dot("one"));
    const output = liveOutput();
    for (const words of ["two", "three"]) output.update(dot(words));
    const alts = sent.map(({ metadata }) => (metadata["image/png"] as { alt: string }).alt);
    assert.deepEqual(alts, ["one", "two", "three"]);
  });
});

test("show() without values shows nothing", () => {
  withKernel(({ sent }) => {
    show();
    assert.equal(sent.length, 0);
  });
});

test("show(tensor) gives type, shape and a preview", () => {
  assert.deepEqual(
    printed(() => show(tensor([2, 3], [1, 2, 3, 40, 5, 0.123456]))),
    ["tensor of float32, shape [2, 3]\n[[    1,     2,     3],\n [   40,     5, 0.123]]"],
  );
});

test("tensorText(tensor) shortens long axes to three entries at either end", () => {
  const values = Float32Array.from({ length: 100 }, (_, index) => index);
  assert.equal(
    tensorText(tensor([100], values)),
    "tensor of float32, shape [100]\n[ 0,  1,  2, …, 97, 98, 99]",
  );
  const lines = tensorText(tensor([10, 10], values)).split("\n");
  assert.equal(lines.length, 1 + 7);
  assert.equal(lines[3], " [20, 21, 22, …, 27, 28, 29],");
  assert.equal(lines.at(-1), " [90, 91, 92, …, 97, 98, 99]]");
});

test("tensorText(tensor) takes a scalar, an empty one and one that is disposed of", () => {
  assert.equal(tensorText(tensor([], [7])), "tensor of float32, shape []\n7");
  assert.equal(tensorText(tensor([0, 3], [])), "tensor of float32, shape [0, 3], empty");
  const gone = { ...tensor([2], [1, 2]), isDisposed: true, dataSync: () => assert.fail("read") };
  assert.equal(tensorText(gone), "tensor of float32, shape [2], disposed of");
});

test("isTensor(value) is not fooled by objects with a shape", () => {
  assert.ok(isTensor(tensor([1], [1])));
  for (const value of [null, 1, "x", {}, { shape: [1] }, { dtype: "x", shape: [1] }])
    assert.ok(!isTensor(value));
});

test("clearOutput(wait) reaches the kernel and is harmless without one", () => {
  clearOutput();
  withKernel(({ cleared }) => {
    clearOutput();
    clearOutput(true);
    assert.deepEqual(cleared, [false, true]);
  });
});

test("liveOutput() adds one output and replaces it, also after its cell has ended", () => {
  const { sent, output } = withKernel((kernel) => {
    const live = liveOutput();
    live.update("one");
    live.update(figure);
    return { sent: kernel.sent, output: live };
  });
  output.update("late");
  assert.deepEqual(
    sent.map(({ update, data }) => [update, data["text/plain"]]),
    [
      [false, "one"],
      [true, "three dots"],
      [true, "late"],
    ],
  );
  const ids = new Set(sent.map(({ transient }) => transient.display_id));
  assert.equal(ids.size, 1);
  assert.ok([...ids][0]);
});

test("liveOutput() prints nothing outside a kernel, and two have two names", () => {
  assert.deepEqual(
    printed(() => liveOutput().update("x")),
    [],
  );
  withKernel(({ sent }) => {
    liveOutput().update("a");
    liveOutput().update("b");
    assert.notEqual(sent[0]?.transient.display_id, sent[1]?.transient.display_id);
  });
});
