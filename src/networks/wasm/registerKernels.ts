import { registerAveragePoolGradient } from "./averagePoolGradient.js";
import { registerBorrowed } from "./borrowed.js";
import type { Products } from "./code/products.js";
import { registerConvolutions } from "./convolution.js";
import { registerConvolutionGradients } from "./convolutionGradients.js";
import { registerDepthwiseGradients } from "./depthwiseGradients.js";
import { registerMatrixProduct } from "./matrixProduct.js";
import { registerMaxPoolGradient } from "./maxPoolGradient.js";
import { registerPoolings } from "./pooling.js";

let done = false;

/** Registers all kernels of this folder, once: repairs stand on the kernels they take the place of. */
export function registerKernels(products: Products): void {
  if (done) return;
  done = true;
  registerConvolutions(products);
  registerPoolings();
  registerMatrixProduct(products);
  registerConvolutionGradients(products);
  registerDepthwiseGradients();
  registerMaxPoolGradient();
  registerAveragePoolGradient();
  registerBorrowed();
}
