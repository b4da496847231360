import { requireIndex } from "../../../arithmetic/whole.js";
import { type Tensor, type Tensor2D, type Tensor4D, tf } from "../../tf.js";
import { activate, type LenetActivation } from "./activation.js";
import { type LayerConfig, oneInput, oneShape } from "./layer.js";

interface Config {
  name?: string;
  /** For each map it makes, the maps it sees. */
  connections: readonly (readonly number[])[];
  kernelSize?: number;
  activation?: LenetActivation;
}

/**
 * A convolution whose maps see only some of the maps below. One kernel for each link and one bias for each map are stored, so a
 * link that is not in the table does not exist. `[batch, height, width, maps below]` to `[batch, height - 4, width - 4, maps]`
 * for kernels of 5x5.
 */
export class ConnectedConvolution extends tf.layers.Layer {
  static className = "ConnectedConvolution";
  readonly connections: readonly (readonly number[])[];
  readonly kernelSize: number;
  readonly activation: LenetActivation;
  private kernels!: tf.LayerVariable;
  private bias!: tf.LayerVariable;
  /** How many maps there are below. */
  mapsBelow = 0;

  constructor(config: Config) {
    super(config);
    this.connections = config.connections;
    this.kernelSize = config.kernelSize ?? 5;
    this.activation = config.activation ?? "scaledTanh";
  }

  /** How many kernels it has. */
  get links(): number {
    return this.connections.reduce((sum, seen) => sum + seen.length, 0);
  }

  override build(inputShape: tf.Shape | tf.Shape[]): void {
    this.mapsBelow = oneShape(inputShape).at(-1) as number;
    for (const map of this.connections.flat()) requireIndex("connect maps", { map }, this.mapsBelow);
    const shape = [this.kernelSize, this.kernelSize, this.links];
    this.kernels = this.addWeight("kernels", shape, "float32", tf.initializers.zeros());
    this.bias = this.addWeight("bias", [this.connections.length], "float32", tf.initializers.zeros());
    super.build(inputShape);
  }

  override computeOutputShape(inputShape: tf.Shape | tf.Shape[]): tf.Shape {
    const [batch = null, height, width] = oneShape(inputShape);
    const left = (length: number | null | undefined) =>
      length == null ? null : length - this.kernelSize + 1;
    return [batch, left(height), left(width), this.connections.length];
  }

  /**
   * Where each kernel belongs in an ordinary convolution: a row for each link, a column for each pair of a map below and a map
   * here, 1 where they meet. The kernels times this are the ordinary convolution's, with zeros where no link is. The caller disposes it.
   */
  placement(): Tensor2D {
    const columns = this.mapsBelow * this.connections.length;
    const values = new Float32Array(this.links * columns);
    let link = 0;
    for (const [map, seen] of this.connections.entries()) {
      for (const below of seen) values[columns * link++ + below * this.connections.length + map] = 1;
    }
    return tf.tensor2d(values, [this.links, columns]);
  }

  /** The kernels as an ordinary convolution has them, `[size, size, maps below, maps]`. The caller disposes it. */
  ordinaryKernels(): Tensor4D {
    const { kernelSize: size, mapsBelow, links } = this;
    return tf.tidy(() =>
      this.kernels
        .read()
        .reshape([size * size, links])
        .matMul(this.placement())
        .reshape([size, size, mapsBelow, this.connections.length]),
    ) as Tensor4D;
  }

  override call(inputs: Tensor | Tensor[]): Tensor {
    return tf.tidy(() => {
      const sums = tf.conv2d(oneInput(inputs) as Tensor4D, this.ordinaryKernels(), 1, "valid");
      return activate(this.activation, sums.add(this.bias.read()));
    });
  }

  override getConfig(): LayerConfig {
    const { kernelSize, activation } = this;
    const connections = this.connections.map((seen) => [...seen]);
    return { ...super.getConfig(), connections, kernelSize, activation };
  }
}

tf.serialization.registerClass(ConnectedConvolution);
