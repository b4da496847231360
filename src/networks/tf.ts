// The only door to TensorFlow.
import * as tf from "./tfjs.js";

export type { LayersModel, Tensor, Tensor1D, Tensor2D, Tensor3D, Tensor4D } from "@tensorflow/tfjs";
export { tf };
