import assert from "node:assert/strict";
import { test } from "node:test";
import { requireOptions } from "../../src/arithmetic/options.js";

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
