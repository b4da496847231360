// Our own layers. Each makes itself known to TensorFlow.js, which then finds it by name in files.
import "./dropout.js";
import "./lenet/connectedConvolution.js";
import "./lenet/frame.js";
import "./lenet/gaussianConnections.js";
import "./lenet/subsampling.js";
import "./wrapPadding.js";
