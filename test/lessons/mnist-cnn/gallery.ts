import { edgeKernels } from "../../../src/lessons/mnist-cnn/edgeKernels.js";
import { epochRuns } from "../../../src/lessons/mnist-cnn/epochRuns.js";
import { readDrawn } from "../../../src/lessons/mnist-cnn/readDrawn.js";
import { loadTrained } from "../../../src/networks/files/trained.js";
import { disposeModel } from "../../../src/networks/models/disposeModel.js";
import { mnistCnn } from "../../../src/networks/models/mnistCnn.js";
import type { LayersModel } from "../../../src/networks/tf.js";
import type { Example } from "../../charts/example.js";

/** What is drawn of the stored small network, which is freed. */
async function ofTrained<Drawn>(draw: (model: LayersModel) => Drawn | Promise<Drawn>): Promise<Drawn> {
  const model = await loadTrained("mnist-cnn-small");
  try {
    return await draw(model);
  } finally {
    disposeModel(model);
  }
}

function edgesOf(model: LayersModel) {
  const before = mnistCnn({ filters: [6, 12], hiddenUnits: 32 });
  const edges = edgeKernels(before, model);
  disposeModel(before);
  return edges;
}

export const examples: readonly Example[] = [
  {
    name: "edgeKernels",
    draw: () => ofTrained((model) => edgesOf(model).picture()),
    says: ["6 kernels of 5 x 5"],
  },
  {
    name: "readDrawn",
    draw: () => ofTrained((model) => readDrawn(model, "##\n.#\n.#\n.#\n.#")),
    says: ["4 images of 28 x 28 pixels", "not centred"],
    approximate: true,
  },
  {
    name: "epochAccuracy",
    draw: async () => (await epochRuns("mnist-cnn/pixels", "pixels 0 to 1")).accuracy(),
    says: ["seed 1: 98.71% at 1", "99.14% at 10"],
  },
  {
    name: "epochLoss",
    draw: async () => (await epochRuns("mnist-cnn/pixels", "pixels 0 to 1")).loss(),
    says: ["0.0413 at 1", "0.0379 at 10"],
  },
  {
    name: "epochsLater",
    draw: async () => (await epochRuns("mnist-cnn/pixels", "pixels 0 to 1")).later(10, 3),
    says: ["between epoch 10 and epoch 3 is not shown by three seeds"],
  },
];
