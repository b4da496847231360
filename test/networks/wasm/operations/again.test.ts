// The tests of the fast way once more, with WebAssembly in the place of TensorFlow.


import { startWasm } from "../compare.js";
await startWasm();
await import("../../training/fast/finite.test.js");
await import("../../training/fast/lenetStages.test.js");
await import("../../training/fast/step.test.js");
