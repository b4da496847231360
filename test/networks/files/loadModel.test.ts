import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, it } from "node:test";
import { loadModel } from "../../../src/networks/files/loadModel.js";
import { saveModel } from "../../../src/networks/files/savedModel.js";
import { disposeModel } from "../../../src/networks/models/disposeModel.js";
import { tf } from "../../../src/networks/tf.js";
import { smallNetwork } from "../helpers.js";

const folder = mkdtempSync(join(tmpdir(), "loaded-"));
after(() => rmSync(folder, { recursive: true }));

describe("loadModel", () => {
  it("refuses in words what is no model, and leaves no tensor", async () => {
    const here = join(folder, "broken");
    const model = smallNetwork({ optimizer: tf.train.adam(0.1) });
    const refuse = async (spoil: () => void, message: string) => {
      await saveModel(model, here);
      spoil();
      const tensors = tf.memory().numTensors;
      await assert.rejects(loadModel(here), {
        name: "Error",
        message: `Cannot load a model from ${here}: ${message}`,
      });
      assert.equal(tf.memory().numTensors, tensors, message);
    };
    const at = (file: string) => join(here, file);
    const edit = (file: string, change: (text: string) => string) =>
      writeFileSync(at(file), change(readFileSync(at(file), "utf8")));
    const more = "Save the model once more.";
    await refuse(() => rmSync(at("model.json")), "it has no model.json. Give a folder that saveModel wrote.");
    await refuse(
      () => edit("model.json", (text) => text.slice(0, -9)),
      `its model.json is none that saveModel wrote. ${more}`,
    );
    await refuse(
      () => writeFileSync(at("model.json"), "null"),
      `its model.json is none that saveModel wrote. ${more}`,
    );
    await refuse(() => rmSync(at("weights.safetensors")), `its weights.safetensors cannot be read. ${more}`);
    await refuse(() => {
      const bytes = readFileSync(at("optimizer.safetensors"));
      bytes[bytes.length - 1] = (bytes.at(-1) as number) ^ 1;
      writeFileSync(at("optimizer.safetensors"), bytes);
    }, `its optimizer.safetensors is not the one that was saved with it. ${more}`);
    await refuse(
      () => edit("model.json", (text) => text.replace('"filters": 2', '"filters": 3')),
      `the network has conv/kernel as [3,3,1,3], the file as [3,3,1,2]. ${more}`,
    );
    await refuse(
      () => edit("model.json", (text) => text.replace('"MaxPooling2D"', '"FancyPooling"')),
      "FancyPooling is not known here. Define or import it and call tf.serialization.registerClass(FancyPooling) first.",
    );
    await assert.rejects(
      loadModel(join(folder, "nowhere")),
      /it has no model\.json\. Give a folder that saveModel wrote\.$/,
    );
    disposeModel(model);
  });

  it("names the way to what TensorFlow.js wrote itself", async () => {
    const here = join(folder, "theirs");
    const model = smallNetwork();
    await model.save(`file://${here}`);
    await assert.rejects(loadModel(here), {
      message: `Cannot load a model from ${here}: TensorFlow.js wrote it. Call tf.loadLayersModel("file://${join(here, "model.json")}").`,
    });
    disposeModel(model);
  });

  it("knows a layer of one's own once it is registered", async () => {
    class Doubled extends tf.layers.Layer {
      static className = "Doubled";
      override call(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
        return ([inputs].flat()[0] as tf.Tensor).mul(2);
      }
    }
    const here = join(folder, "doubled");
    const model = tf.sequential({ layers: [new Doubled({ inputShape: [2] })] });
    await saveModel(model, here);
    await assert.rejects(loadModel(here), /Doubled is not known here\./);
    tf.serialization.registerClass(Doubled);
    const again = await loadModel(here);
    const answer = tf.tidy(() => (again.predict(tf.tensor2d([[1, 3]])) as tf.Tensor).dataSync());
    assert.deepEqual([...answer], [2, 6]);
    for (const each of [model, again]) each.dispose();
  });
});
