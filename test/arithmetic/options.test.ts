import assert from "node:assert/strict";
import { test } from "node:test";
import { requireChoices, requireOptions } from "../../src/arithmetic/options.js";

test("requireOptions(action, options, known) lets known names pass, and unknown ones without a value", () => {
  for (const options of [{}, { size: 1 }, { size: 1, stride: 2 }, { other: undefined }]) {
    requireOptions("pool", options, ["size", "stride"]);
  }
});

test("requireOptions refuses other names by name, with the name that other libraries' have here", () => {
  const all = "There are epochs, observers.";
  for (const [options, message] of [
    [{ epochs: 1, callbacks: [] }, `there is no option callbacks. Here it is observers. ${all}`],
    [{ epoch: 1 }, `there is no option epoch. ${all}`],
    [{ toString: null }, `there is no option toString. ${all}`],
    [undefined, "the options are missing. Give an object of epochs, observers."],
    [null, "the options are null. Give an object of epochs, observers."],
    [3, "the options are number. Give an object of epochs, observers."],
    [[], "the options are object. Give an object of epochs, observers."],
  ] as const) {
    assert.throws(
      () => requireOptions("train", options, ["epochs", "observers"], { callbacks: "observers" }),
      {
        name: "TypeError",
        message: `Cannot train: ${message}`,
      },
    );
  }
});

test("requireChoices(action, options, choices) refuses what is on no list, and leaves alone what has none", () => {
  const choices = { loss: ["equation9", "equation8"] };
  for (const options of [{}, { loss: undefined }, { loss: "equation8" }, { seed: "none" }, { toString: 1 }])
    requireChoices("build", options, choices);
  for (const [loss, given] of [
    ["equation7", '"equation7"'],
    ["", '""'],
    [9, "number"],
    [null, "object"],
  ] as const) {
    assert.throws(() => requireChoices("build", { seed: 1, loss }, choices), {
      name: "RangeError",
      message: `Cannot build: loss is ${given}. Give one of equation9, equation8.`,
    });
  }
});
