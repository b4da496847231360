import { type Tensor, type Tensor4D, tf } from "../../tf.js";
import { activate, type LenetActivation } from "./activation.js";
import { type LayerConfig, oneInput, oneShape } from "./layer.js";

/**
 * The trainable subsampling of LeNet-5: the four numbers of each 2x2 window are added, the sum is multiplied by one
 * coefficient, one bias is added, and the result squashed. One coefficient and one bias for each map, so 2 x maps parameters.
 * `[batch, height, width, maps]` to `[batch, height / 2, width / 2, maps]`; of an odd side the last row or column is left out.
 */
export class Subsampling extends tf.layers.Layer {
  static className = "Subsampling";
  readonly activation: LenetActivation;
  private coefficient!: tf.LayerVariable;
  private bias!: tf.LayerVariable;

  constructor(config: { name?: string; activation?: LenetActivation } = {}) {
    super(config);
    this.activation = config.activation ?? "scaledTanh";
  }

  override build(inputShape: tf.Shape | tf.Shape[]): void {
    const maps = oneShape(inputShape).at(-1) as number;
    // A quarter of the sum is the mean: where nothing else is set, the layer starts by averaging.
    const quarter = tf.initializers.constant({ value: 0.25 });
    this.coefficient = this.addWeight("coefficient", [maps], "float32", quarter);
    this.bias = this.addWeight("bias", [maps], "float32", tf.initializers.zeros());
    super.build(inputShape);
  }

  override computeOutputShape(inputShape: tf.Shape | tf.Shape[]): tf.Shape {
    const [batch = null, height, width, maps = null] = oneShape(inputShape);
    const halved = (length: number | null | undefined) => (length == null ? null : Math.floor(length / 2));
    return [batch, halved(height), halved(width), maps];
  }

  override call(inputs: Tensor | Tensor[]): Tensor {
    return tf.tidy(() => {
      const mean = tf.avgPool(oneInput(inputs) as Tensor4D, 2, 2, "valid");
      const sum = mean.mul(4);
      return activate(this.activation, sum.mul(this.coefficient.read()).add(this.bias.read()));
    });
  }

  override getConfig(): LayerConfig {
    return { ...super.getConfig(), activation: this.activation };
  }
}

tf.serialization.registerClass(Subsampling);
