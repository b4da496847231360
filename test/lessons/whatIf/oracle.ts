import { withLogits, withOutputOf } from "../../../src/networks/maps/tapped.js";
import { layerNamed } from "../../../src/networks/models/layerPaths.js";
import { type LayersModel, type Tensor, tf } from "../../../src/networks/tf.js";

/** Numbers channel by channel as TensorFlow takes them: `[1, height, width, channels]`. */
function inputsOf(model: LayersModel, planes: readonly number[]): Tensor {
  const [, height = 0, width = 0, channels = 0] = (model.inputs[0]?.shape ?? []) as number[];
  return tf
    .tensor(planes as number[], [channels, height, width])
    .transpose([1, 2, 0])
    .expandDims(0);
}

/** What TensorFlow says of a picture: its logits. */
export const logitsBy = (model: LayersModel, planes: readonly number[]): number[] =>
  tf.tidy(() => [
    ...withLogits(
      model,
      () => model.apply(inputsOf(model, planes), { training: false }) as Tensor,
    ).dataSync(),
  ]);

/**
 * In how many places each map has its maximum, or all but. TensorFlow's gradient of a global maximum gives the whole to each of
 * these places, so that the parts add up to too much; the explorer shares it out.
 */
function tiesOf(model: LayersModel, layerName: string, maps: Tensor): Tensor {
  const at = model.layers.findIndex(({ name }) => name === layerName);
  const next = model.layers.slice(at + 1).find((layer) => !/Dropout/.test(layer.getClassName()));
  if (next?.getClassName() !== "GlobalMaxPooling2D") return tf.scalar(1);
  return maps
    .greater(maps.max([1, 2], true).sub(1e-5))
    .cast("float32")
    .sum([1, 2], true);
}

/**
 * The sum over channels of activation times gradient of a logit, at a layer or at the picture, by TensorFlow's gradient. `tied`:
 * a maximum stands in several places, and which of them has it hangs on the last digits; then only the sum says something.
 */
export function mapBy(
  model: LayersModel,
  planes: readonly number[],
  layerName: string,
  classIndex: number,
): { values: number[]; tied: boolean } {
  return tf.tidy(() => {
    const picture = inputsOf(model, planes);
    const isPicture = layerName === "picture";
    const answer = (inputs: Tensor, change: (maps: Tensor) => Tensor) => {
      const run = () => withLogits(model, () => model.apply(inputs, { training: false }) as Tensor);
      return isPicture ? run() : withOutputOf(layerNamed(model, layerName), change, run);
    };
    const score = (answered: Tensor) => answered.flatten().slice([classIndex], [1]).sum();
    const seen: Tensor[] = [];
    answer(picture, (maps) => {
      seen.push(tf.keep(maps.clone()));
      return maps;
    });
    const [maps = picture] = seen;
    const gradient = isPicture
      ? tf.grad((inputs) => score(answer(inputs, (same) => same)))(picture)
      : tf.grad((more) => score(answer(picture, (made) => made.add(more))))(tf.zerosLike(maps));
    const ties = tiesOf(model, layerName, maps);
    const exact = maps
      .equal(maps.max([1, 2], true))
      .cast("float32")
      .sum([1, 2], true);
    const shared = ties.rank === 0 ? gradient : gradient.div(exact);
    const values = [...maps.mul(shared).sum(-1).dataSync()];
    const tied = (ties.max().dataSync()[0] as number) > 1;
    tf.dispose(seen);
    return { values, tied };
  });
}
