import assert from "node:assert/strict";
import { test } from "node:test";
import { networkExplorer } from "../../../../src/lessons/networkExplorer/networkExplorer.js";
import { lenetTour } from "../../../../src/lessons/networkExplorer/tour/lenetTour.js";
import { mnistTour } from "../../../../src/lessons/networkExplorer/tour/mnistTour.js";
import type { TourPage } from "../../../../src/lessons/networkExplorer/tour/tourPage.js";
import { disposeModel } from "../../../../src/networks/models/disposeModel.js";
import { lenet5 } from "../../../../src/networks/models/lenet5.js";
import { biasedNetwork, one } from "../gallery.js";

const text = "{number}";
const refused: readonly [what: string, page: Partial<TourPage>, message: RegExp][] = [
  ["a layer", { layer: "conv9" }, /shows the layer conv9, which is not there\. Choose one of picture, conv1, pool1, conv2, flatten, dense1\.$/],
  ["a picture", { picture: "a cat" }, /shows the picture a cat, which is not there\. Choose one of the given picture\.$/],
  ["a class", { class: "two" }, /shows the class two, which is not there\. Choose one of corner, one, other\.$/],
  ["a class and a layer", { class: "one", layer: "dense1" }, /names a class, and a layer or map as well/],
  ["a map", { layer: "conv1", map: 3 }, /shows map 3 of conv1, which is not there\. Give a whole number from 0 to 2\.$/],
  ["a broken map", { layer: "conv1", map: 0.5 }, /shows map 0\.5 of conv1/],
  ["a row", { layer: "pool1", row: 6 }, /shows row 6 of pool1, which is not there\. Give a whole number from 0 to 5\.$/],
  ["a column", { layer: "pool1", column: -1 }, /shows column -1 of pool1/],
  ["a way forward", { layer: "conv1", back: "conv2" }, /goes back from conv1 to conv2\. Give a layer before conv1/],
  ["a way too long", { layer: "conv1", back: 2 }, /goes back from conv1 to 2\. .* 0 to 1\.$/],
  ["a layer on the way", { back: "conv7" }, /shows the layer conv7, which is not there/],
  ["a channel", { layer: "conv2", channel: 3 }, /shows channel 3 of conv2, which is not there\. .* 0 to 2\.$/],
  ["a channel of pooling", { layer: "pool1", channel: 0 }, /shows a channel of pool1, which does not add up channels\. Leave channel out\.$/],
  ["words", { text: "It is {nmber}." }, /says \{nmber\}, which stands for nothing\. Say one of \{layer\}, \{place\}, \{number\}/],
  ["open braces", { text: "It is {number" }, /has a brace without its other half/],
  ["a long text", { text: "A number, and again. ".repeat(40) }, /has \d+ lines\. Shorten its text to 5\.$/],
  ["a long title", { title: "Long ".repeat(30) }, /has a title wider than the sheet\. Shorten it\.$/],
  ["another option", { colour: "red" } as object, /has "colour", which pages have not\. They have title, text, picture, /],
]; // biome-ignore format: a case a line

for (const [what, page, message] of refused) {
  test(`a tour refuses ${what} that is not there or does not fit`, () => {
    const model = biasedNetwork();
    const tour = [{ title: "Good", text }, { title: "Bad", text, ...page }];
    assert.throws(
      () => networkExplorer(model, one, { names: ["corner", "one", "other"], tour }),
      (error: Error) =>
        error.message.startsWith('Cannot explore small: page 2 of the tour ("') && message.test(error.message),
    );
    disposeModel(model);
  });
} // biome-ignore format: pages

test("a tour without pages is refused", () => {
  const model = biasedNetwork();
  assert.throws(() => networkExplorer(model, one, { tour: [] }), /^RangeError: Cannot explore small: its tour has no page\./);
  disposeModel(model);
}); // biome-ignore format: a line

test("mnistTour() and lenetTour() leave out what a network has not, and speak of the variant", () => {
  const small = biasedNetwork();
  assert.deepEqual(mnistTour(small).map(({ layer }) => layer).includes("output"), false);
  assert.equal(mnistTour().length, 9);
  const variants = {
    distance: lenet5(),
    product: lenet5({ output: "rbfLinear" }),
    softmax: lenet5({ output: "softmax", subsampling: "max", connections: "full" }),
  };
  const said = Object.values(variants).map((model) => lenetTour(model).map((page) => page.text).join(" "));
  assert.deepEqual(lenetTour(), lenetTour(variants.distance));
  const words = ["penalty", "score:", "Softmax", "table of 1998", "one weight that is learned"];
  assert.deepEqual(said.map((each) => words.filter((word) => each.includes(word))), [
    ["penalty", "table of 1998", "one weight that is learned"],
    ["score:", "table of 1998", "one weight that is learned"],
    ["Softmax"],
  ]);
  for (const model of [small, ...Object.values(variants)]) disposeModel(model);
}); // biome-ignore format: lists
