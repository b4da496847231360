// The only door to TensorFlow. The order matters: the environment is repaired before TensorFlow loads.
import "./environment.js";
import * as tf from "@tensorflow/tfjs-node";

export type { LayersModel, Tensor, Tensor1D, Tensor2D, Tensor3D, Tensor4D } from "@tensorflow/tfjs-node";
export { tf };
