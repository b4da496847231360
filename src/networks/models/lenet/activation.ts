import { squashHeight, squashSlope } from "../../../arithmetic/scaledTanh.js";
import { type Tensor, tf } from "../../tf.js";

/** What a unit of LeNet-5 does with its weighted sum: the paper's squashing function, or today's ReLU. */
export type LenetActivation = "scaledTanh" | "relu";

/** The squashing function for layers: `activation: "scaledTanh"`, also after saving and loading. */
class ScaledTanh extends tf.serialization.Serializable {
  static className = "scaledTanh";

  apply(values: Tensor): Tensor {
    return tf.tidy(() => values.mul(squashSlope).tanh().mul(squashHeight));
  }

  getConfig(): tf.serialization.ConfigDict {
    return {};
  }
}

tf.serialization.registerClass(ScaledTanh);

/** The activation as layers take it: their type lists only TensorFlow.js's own. */
export function layerActivation(name: LenetActivation): "relu" {
  return name as "relu";
}

/** The activation as a function of tensors. */
export function activate(name: LenetActivation, values: Tensor): Tensor {
  return name === "relu" ? values.relu() : new ScaledTanh().apply(values);
}
