import { type Tensor, type Tensor2D, tf } from "../../tf.js";
import { codeOf } from "./codes.js";
import { type LayerConfig, oneInput, oneShape } from "./layer.js";

interface Config {
  name?: string;
  /** A drawing for each class, as {@link codeOf} reads it. */
  codes: readonly string[];
  /** Scores by 2 w·x instead of by distance: the same order of the classes, without "how far". @default {false} */
  linear?: boolean;
  /** Lets the codes learn: otherwise they are no parameters. @default {false} */
  learnCodes?: boolean;
}

/**
 * The output of LeNet-5, ten Euclidean radial basis functions: how far the 84 numbers of F6 are from the code of each class. The
 * paper's penalty is the squared distance y; this layer gives -y, so that here as in every network the largest output wins.
 * exp(-y) is a Gaussian around the code, hence "Gaussian connections". `[…, 84]` to `[…, classes]`.
 *
 * @see Equation 7 of LeCun, Bottou, Bengio and Haffner, *Gradient-based learning applied to document recognition*, 1998
 */
export class GaussianConnections extends tf.layers.Layer {
  static className = "GaussianConnections";
  readonly codes: readonly string[];
  readonly linear: boolean;
  readonly learnCodes: boolean;
  private readonly rows: readonly (readonly number[])[];
  private learned?: tf.LayerVariable;
  /** How many axes its inputs have: two, unless F6 is a map. */
  inputRank = 2;

  constructor(config: Config) {
    super(config);
    this.codes = config.codes;
    this.linear = config.linear ?? false;
    this.learnCodes = config.learnCodes ?? false;
    this.rows = this.codes.map(codeOf);
  }

  override build(inputShape: tf.Shape | tf.Shape[]): void {
    const [classes, length] = [this.rows.length, this.rows[0]?.length ?? 0];
    const inputs = oneShape(inputShape).at(-1);
    if (inputs !== length) {
      throw new RangeError(
        `Cannot compare ${inputs} inputs with codes of ${length} numbers. Give as many of each.`,
      );
    }
    this.inputRank = oneShape(inputShape).length;
    if (this.learnCodes) {
      this.learned = this.addWeight("codes", [classes, length], "float32", tf.initializers.zeros());
      const drawn = this.drawnCodes();
      this.learned.write(drawn);
      drawn.dispose();
    }
    super.build(inputShape);
  }

  override computeOutputShape(inputShape: tf.Shape | tf.Shape[]): tf.Shape {
    return [...oneShape(inputShape).slice(0, -1), this.codes.length];
  }

  override call(inputs: Tensor | Tensor[]): Tensor {
    return tf.tidy(() => {
      const x = oneInput(inputs);
      const codes = (this.learned?.read() ?? this.drawnCodes()) as Tensor2D;
      const rows = x.reshape([-1, codes.shape[1]]) as Tensor2D;
      const products = rows.matMul(codes, false, true).mul(2);
      // -(x - w)² = 2 w·x - x² - w²: one product instead of a difference for every class.
      const scores = this.linear
        ? products
        : products.sub(rows.square().sum(1, true)).sub(codes.square().sum(1));
      return scores.reshape([...x.shape.slice(0, -1), codes.shape[0]]);
    });
  }

  /** The codes as drawn, a row for each class. The caller disposes it. */
  drawnCodes(): Tensor2D {
    return tf.tensor2d(this.rows.map((row) => [...row]));
  }

  override getConfig(): LayerConfig {
    const { linear, learnCodes } = this;
    return { ...super.getConfig(), codes: [...this.codes], linear, learnCodes };
  }
}

tf.serialization.registerClass(GaussianConnections);
