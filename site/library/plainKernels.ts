// The few kernels that the backend on WebAssembly has not, in plain JavaScript: it borrows them. Without all others of that backend.
import { registerKernel } from "@tensorflow/tfjs-core";
import "@tensorflow/tfjs-backend-cpu/dist/base.js";
import { einsumConfig } from "@tensorflow/tfjs-backend-cpu/dist/kernels/Einsum.js";
import { raggedGatherConfig } from "@tensorflow/tfjs-backend-cpu/dist/kernels/RaggedGather.js";
import { raggedRangeConfig } from "@tensorflow/tfjs-backend-cpu/dist/kernels/RaggedRange.js";
import { raggedTensorToTensorConfig } from "@tensorflow/tfjs-backend-cpu/dist/kernels/RaggedTensorToTensor.js";
import { staticRegexReplaceConfig } from "@tensorflow/tfjs-backend-cpu/dist/kernels/StaticRegexReplace.js";
import { unsortedSegmentSumConfig } from "@tensorflow/tfjs-backend-cpu/dist/kernels/UnsortedSegmentSum.js";

for (const kernel of [
  einsumConfig,
  raggedGatherConfig,
  raggedRangeConfig,
  raggedTensorToTensorConfig,
  staticRegexReplaceConfig,
  unsortedSegmentSumConfig,
]) {
  registerKernel(kernel);
}
