import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { cnn, type NetworkInput, type NetworkLayer } from "../../../src/networks/models/cnn.js";

const digit = { height: 8, width: 8, channels: 1 };
const layer = { kind: "flatten" } as const;

// biome-ignore format: an aligned table shows the wrong row
const refused: readonly [layers: unknown, message: RegExp][] = [
  [ [],                                                            /^Cannot build a network: there is no layer\. Give at least one/ ],
  [ [{ kind: "conv", filters: 4, kernel: 9 }],                     /^Cannot build layer 1 \(conv\): Cannot slide a window of 9 over 8 pixels/ ],
  [ [{ kind: "maxPool", size: { rows: 2, columns: 9 } }],          /^Cannot build layer 1 \(maxPool\): Cannot slide a window of 9 over 8 pixels/ ],
  [ [{ kind: "conv", filters: 4, kernel: 3, groups: 2 }],          /layer 1 \(conv\): TensorFlow\.js has no convolution in groups, and groups is 2\. Leave it out/ ],
  [ [{ kind: "conv", filters: 4, kernel: 3, dilation: 2 }],        /TensorFlow\.js cannot train a dilated convolution, and dilation is 2\. Leave it out/ ],
  [ [{ kind: "conv", filters: 4, kernel: 3, dilation: { rows: 1, columns: 2 } }], /dilation is \{"rows":1,"columns":2\}/ ],
  [ [{ kind: "conv", filters: 4, kernel: 3, padding: [0, 1] }],    /padding \[0,1\] comes to neither\. Leave it out, and put \{ kind: "zeroPadding", padding: \{"rows":\[0,1\],"columns":\[0,1\]\} \} before it/ ],
  [ [{ kind: "conv", filters: 4, kernel: 3, padding: "full" }],    /padding "full" comes to neither\. .*"rows":\[2,2\]/ ],
  [ [{ kind: "averagePool", size: 4, padding: 3 }],                /padding 3 comes to neither\. Leave it out, and use one of the two\./ ],
  [ [{ kind: "conv", filters: 4, kernel: 3, padding: "big" }],     /padding is "big"\. Give "valid", "same"/ ],
  [ [{ kind: "dense", units: 10 }],                                /^Cannot build layer 1 \(dense\): Cannot connect shape \[8, 8, 1\]\. Put flatten or globalAverage before it/ ],
  [ [{ kind: "flatten" }, { kind: "conv", filters: 1, kernel: 1 }],/layer 2 \(conv\): Cannot slide over shape \[64\], which is flat/ ],
  [ [{ kind: "globalMax" }, { kind: "flatten" }],                  /layer 2 \(flatten\): Its input is flat already\. Leave it out\./ ],
  [ [{ kind: "conv", filter: 4, kernel: 3 }],                      /layer 1 \(conv\): It has no setting filter\. It takes name, filters, kernel, stride/ ],
  [ [{ kind: "flatten", activation: "relu" }],                     /layer 1 \(flatten\): It has no setting activation\. It takes name\./ ],
  [ [{ kind: "dropout", rate: 0.5, seedNumber: 3 }],               /layer 1 \(dropout\): It has no setting seedNumber\. It takes name, rate\./ ],
  [ [{ kind: "dropout", rate: 1 }],                                /layer 1 \(dropout\): Cannot drop out values: rate is 1\./ ],
  [ [{ kind: "conv", filters: 4, kernel: 3, activation: "rellu" }],/Its activation is "rellu"\. Use linear, relu, sigmoid, tanh, softmax\./ ],
  [ [{ kind: "conv", filters: 4, kernel: 3, activation: null }],   /Its activation is null\./ ],
  [ [{ kind: "conv", filters: 4, kernel: 3, start: "paper" }],     /Its start is "paper"\. Use glorotUniform, heUniform, heNormal\./ ],
  [ [{ kind: "conv", filters: 4, kernel: 3, seedNumber: 0.5 }],    /seedNumber is 0\.5\. Give a whole number from 0 up/ ],
  [ [{ kind: "conv", filters: 2.5, kernel: 3 }],                   /filters is 2\.5/ ],
  [ [{ kind: "flatten", name: "two words" }],                      /Its name is "two words"\. Use letters/ ],
  [ [{ kind: "flatten", name: "" }],                               /Its name is ""\./ ],
  [ [{ kind: "flatten", name: "a" }, { kind: "softmax", name: "a" }], /layer 2 \(softmax\): Layer 1 is named a as well\. Give each a name of its own/ ],
  [ [{ kind: "conv", filters: 1, kernel: 1, name: "conv2" }, { kind: "conv", filters: 1, kernel: 1 }], /layer 2 \(conv\): Layer 1 is named conv2 as well/ ],
  [ [{ kind: "norm", size: 2 }],                                   /layer 1 \(norm\): Cannot tell what it computes\. Use conv, maxPool/ ],
  [ [undefined],                                                   /layer 1 \(undefined\): Cannot tell what it computes/ ],
  [ ["flatten"],                                                   /layer 1 \(undefined\): Cannot tell what it computes/ ],
];

describe("cnn(input, layers) refuses in words", () => {
  for (const [layers, message] of refused) {
    it(JSON.stringify(layers), () => {
      assert.throws(() => cnn(digit, layers as NetworkLayer[]), { name: "RangeError", message });
    });
  }

  it("what is no list, no image and no seed", () => {
    assert.throws(() => cnn(digit, layer as unknown as NetworkLayer[]), {
      name: "TypeError",
      message: /^Cannot build a network: the layers are not a list\. Give \[\{ kind/,
    });
    for (const input of [
      undefined,
      { height: 8, width: 8 },
      { height: 0, width: 8, channels: 1 },
      { height: "all", width: 8, channels: 1 },
    ]) {
      assert.throws(
        () => cnn(input as NetworkInput, [layer]),
        /^RangeError: Cannot build a network: the \w+ of the input is (undefined|0|"all")\./,
      );
    }
    for (const seed of [0.5, Number.NaN, "1", null, 2 ** 53]) {
      assert.throws(
        () => cnn(digit, [layer], { seed: seed as number }),
        /^RangeError: Cannot build a network: seed is .*\. Give a whole number/,
      );
    }
  });
});
