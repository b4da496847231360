import { tf } from "../tf.js";

/** TensorFlow.js forgets this setting when it describes the layer, and would build another one from the description. */
interface Separable extends tf.layers.Layer {
  readonly depthMultiplier?: number;
}

const [SeparableConv2D] = tf.serialization.SerializationMap.getMap().classNameMap.SeparableConv2D ?? [];
const prototype = SeparableConv2D?.prototype as Separable;
const { getConfig } = prototype;

prototype.getConfig = function (this: Separable) {
  return { ...getConfig.call(this), depthMultiplier: this.depthMultiplier ?? 1 };
};
