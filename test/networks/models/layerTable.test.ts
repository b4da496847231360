import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { layerTable as fromList } from "../../../src/arithmetic/layers.js";
import { cnn } from "../../../src/networks/models/cnn.js";
import { disposeModel } from "../../../src/networks/models/disposeModel.js";
import { layerFacts } from "../../../src/networks/models/inspect.js";
import { layerTable } from "../../../src/networks/models/layerTable.js";
import { lenet5 } from "../../../src/networks/models/lenet5.js";
import { type LayersModel, tf } from "../../../src/networks/tf.js";
import { randomNetwork } from "./randomLayers.js";

/** All weights one, so that no gradient vanishes by chance. */
const ones = { kernelInitializer: "ones" } as const;
const deepOnes = { depthwiseInitializer: "ones" } as const;
const apartOnes = { ...deepOnes, pointwiseInitializer: "ones" } as const;
const conv = (config: object) => tf.layers.conv2d({ filters: 2, kernelSize: 3, ...ones, ...config });

/** A model of layers that `wire` puts between an image and its output. */
function wired(wire: (image: tf.SymbolicTensor) => tf.SymbolicTensor, shape = [17, 21, 2]): LayersModel {
  const image = tf.input({ shape });
  return tf.model({ inputs: image, outputs: wire(image) });
}
const put = (layer: tf.layers.Layer, ...inputs: tf.SymbolicTensor[]) =>
  layer.apply(inputs.length === 1 ? (inputs[0] as tf.SymbolicTensor) : inputs) as tf.SymbolicTensor;

/** Rows and columns of the image on which the outputs depend, the most of any place: found by gradients, not by counting. */
function seenByGradient(model: LayersModel): { rows: number; columns: number } {
  return tf.tidy(() => {
    const [, height = 0, width = 0, channels = 0] = (model.inputs[0]?.shape ?? []) as number[];
    const image = tf.ones([1, height, width, channels]);
    const shape = (model.outputs[0]?.shape ?? []).slice(1) as number[];
    let most = { rows: 0, columns: 0 };
    const places = (shape[0] ?? 1) * (shape.length === 3 ? (shape[1] ?? 1) : 1);
    for (let place = 0; place < places; place++) {
      const at = (x: tf.Tensor) => {
        const output = (model.apply(x) as tf.Tensor).reshape([places, -1]);
        return output.slice([place, 0], [1, -1]).sum();
      };
      const used = tf.grad(at)(image).abs().sum([0, 3]).greater(0).arraySync() as number[][];
      const rows = used.flatMap((row, index) => (row.some(Boolean) ? index : []));
      const columns = used.flatMap((row) => row.flatMap((value, index) => (value ? index : [])));
      const extent = (all: number[]) => (all.length === 0 ? 0 : Math.max(...all) - Math.min(...all) + 1);
      most = { rows: Math.max(most.rows, extent(rows)), columns: Math.max(most.columns, extent(columns)) };
    }
    return most;
  });
}

const branched: Record<string, () => LayersModel> = {
  "a residual block": () =>
    wired((image) => {
      const stem = put(conv({ strides: 2, padding: "same" }), image);
      const inner = put(
        conv({ padding: "same" }),
        put(tf.layers.batchNormalization(), put(conv({ padding: "same" }), stem)),
      );
      return put(tf.layers.add(), inner, stem);
    }),
  "ways of different reach, side by side": () =>
    wired((image) => {
      const near = put(conv({ kernelSize: 1, padding: "same" }), image);
      const far = put(conv({ kernelSize: [7, 3], padding: "same" }), image);
      return put(conv({}), put(tf.layers.concatenate(), near, far));
    }),
  "smaller and larger again": () =>
    wired(
      (image) => {
        const small = put(tf.layers.averagePooling2d({ poolSize: 2 }), image);
        return put(conv({ kernelSize: [2, 4] }), put(tf.layers.upSampling2d({ size: [2, 3] }), small));
      },
      [8, 8, 2],
    ),
  "depthwise, separable and cropped": () =>
    wired((image) => {
      const deep = put(tf.layers.depthwiseConv2d({ kernelSize: 3, ...deepOnes }), image);
      const apart = put(
        tf.layers.separableConv2d({ filters: 3, kernelSize: 3, strides: 2, ...apartOnes }),
        deep,
      );
      return put(
        tf.layers.cropping2D({
          cropping: [
            [1, 0],
            [0, 2],
          ],
        }),
        put(tf.layers.zeroPadding2d({ padding: 1 }), apart),
      );
    }),
  "a convolution the other way round": () =>
    wired(
      (image) => {
        const small = put(conv({ strides: 2, padding: "same" }), image);
        return put(
          tf.layers.conv2dTranspose({ filters: 1, kernelSize: [4, 5], strides: 2, padding: "same", ...ones }),
          small,
        );
      },
      [8, 8, 1],
    ),
  "a scale for each map": () =>
    wired((image) => {
      const maps = put(conv({}), image);
      const scale = put(
        conv({ kernelSize: 1 }),
        put(tf.layers.averagePooling2d({ poolSize: [15, 19] }), maps),
      );
      return put(tf.layers.multiply(), maps, scale);
    }),
};

describe("layerTable(model)", () => {
  it("has the rows of layerTable(input, layers) for networks of such layers", () => {
    fc.assert(
      fc.property(randomNetwork, ({ input, layers }) => {
        const model = cnn(input, layers, { loss: "meanSquaredError" });
        const rows = layerTable(model);
        disposeModel(model);
        assert.deepEqual(rows, fromList(input, layers));
      }),
      { numRuns: 60, seed: 1 },
    );
  });

  for (const [name, make] of Object.entries(branched)) {
    it(`finds what a number of ${name} sees, as gradients do`, () => {
      const model = make();
      assert.deepEqual(layerTable(model).at(-1)?.receptiveField, seenByGradient(model));
      model.dispose();
    });
  }

  it("has TensorFlow's shapes and parameters, and the multiply-adds of a residual block", () => {
    const model = (branched["a residual block"] as () => LayersModel)();
    const rows = layerTable(model);
    const facts = layerFacts(model);
    assert.deepEqual(
      rows.map(({ shape, parameters }) => ({ shape, parameters })),
      facts.map(({ shape, parameters }) => ({ shape, parameters })),
    );
    const sizes = rows.map(({ kind, multiplyAdds }) => [kind, multiplyAdds]);
    const one = 9 * 2 * 2 * 9 * 11;
    assert.deepEqual(sizes, [["conv", one], ["conv", one], ["batchNormalization", 0], ["conv", one], ["add", 0]]); // biome-ignore format: one line
    model.dispose();
  });

  it("counts the multiply-adds of depthwise, separable and transposed convolution", () => {
    const last = (layer: tf.layers.Layer) => {
      const model = wired((image) => put(layer, image), [6, 6, 3]);
      const row = layerTable(model).at(-1);
      model.dispose();
      return row?.multiplyAdds;
    };
    assert.equal(last(tf.layers.depthwiseConv2d({ kernelSize: 3 })), 4 * 4 * 9 * 3);
    assert.equal(last(tf.layers.separableConv2d({ filters: 5, kernelSize: 3 })), 4 * 4 * (9 * 3 + 3 * 5));
    const larger = tf.layers.conv2dTranspose({ filters: 5, kernelSize: 3, strides: 2 });
    assert.equal(last(larger), 6 * 6 * 9 * 3 * 5);
    assert.equal(last(tf.layers.dense({ units: 4 })), 6 * 6 * 3 * 4);
  });

  it("lists the layers of models inside, in their place", () => {
    const base = tf.sequential({
      layers: [conv({ inputShape: [9, 9, 1] }), tf.layers.maxPooling2d({ poolSize: 2 })],
    });
    const rest = () => [tf.layers.flatten(), tf.layers.dense({ units: 3 })];
    const asFirst = tf.sequential({ layers: [base, ...rest()] });
    const flat = layerTable(asFirst);
    assert.deepEqual(flat.map(({ kind }) => kind), ["conv", "maxPool", "flatten", "dense"]); // biome-ignore format: one line
    assert.deepEqual(flat.map(({ receptiveField }) => receptiveField.rows), [3, 4, 4, 8]); // biome-ignore format: one line
    const between = wired(
      (image) => put(tf.layers.flatten(), put(base, put(conv({ filters: 1 }), image))),
      [11, 11, 1],
    );
    assert.deepEqual(layerTable(between).map(({ receptiveField }) => receptiveField.rows), [3, 5, 6, 6]); // biome-ignore format: one line
  });

  it("knows the layers of LeNet-5", () => {
    const model = lenet5();
    const rows = layerTable(model);
    assert.deepEqual(
      rows.map(({ receptiveField: { rows: seen } }) => seen),
      [1, 5, 6, 14, 16, 32, 32, 32, 28],
    );
    const products = [0, 28 * 28 * 6 * 25, 0, 10 * 10 * 60 * 25, 0, 120 * 16 * 25, 84 * 120, 0, 10 * 84];
    assert.deepEqual(rows.map(({ multiplyAdds }) => multiplyAdds), products); // biome-ignore format: one line
    disposeModel(model);
  });

  it("refuses in words what has no table", () => {
    class Strange extends tf.layers.Layer {
      static className = "Strange";
    }
    const image = () => tf.input({ shape: [8, 8, 1] });
    const [a, b] = [image(), image()];
    const shared = conv({ filters: 1, padding: "same" });
    const cases: [LayersModel, RegExp][] = [
      [
        wired((x) => put(new Strange({ name: "odd" }), x)),
        /of layer odd, what a Strange sees is not known\. layerFacts/,
      ],
      [
        tf.model({ inputs: [a, b], outputs: put(tf.layers.add(), a, b) }),
        /it takes 2 inputs\. Give a model that takes one image/,
      ],
      [
        tf.sequential({ layers: [tf.layers.dense({ units: 2, inputShape: [5] })] }),
        /takes inputs of shape \[5\]/,
      ],
      [wired((x) => put(conv({}), x), [null, null, 3] as unknown as number[]), /images of any size/],
      [wired((x) => put(shared, put(shared, x)), [8, 8, 1]), /it is used more than once/],
      [wired((x) => put(tf.layers.softmax({ axis: 1 }), x)), /it runs along axis 1, not along the channels/],
      [
        wired((x) => put(tf.layers.upSampling2d({ interpolation: "bilinear" }), x)),
        /its interpolation is bilinear/,
      ],
    ];
    for (const [model, message] of cases) {
      assert.throws(() => layerTable(model), { name: "RangeError", message });
    }
    assert.throws(() => layerTable({ height: 0, width: 1, channels: 1 }, []), /the height of the input is 0/);
  });
});
