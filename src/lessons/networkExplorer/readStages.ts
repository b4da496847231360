import type { LayersModel, tf } from "../../networks/tf.js";
import { bendNamed, bends, unsignedBends } from "./bends.js";
import { chainOf } from "./chain.js";
import { idleLayers, plainReaders } from "./plainReaders.js";
import { type Bend, plainStage, type Stage } from "./stage.js";
import { type Reader, sumReaders } from "./sumReaders.js";
import { type Config, sizesOf } from "./windows.js";

const readers = { ...sumReaders, ...plainReaders };

/** What a network does to a picture, and the layers left out because they do nothing to it. */
export interface ReadNetwork {
  readonly stages: readonly [Stage, ...Stage[]];
  readonly idle: readonly string[];
}

/**
 * The layers of a network as the explorer computes them, the picture first.
 *
 * @throws {RangeError} if a layer is of another kind or setting, a size is open, or the layers are no chain
 */
export function readStages(model: LayersModel, signedPicture = false): ReadNetwork {
  const layers = chainOf(model);
  for (const layer of layers) requireKnown(model, layer);
  const picture = pictureStage(model, layers, signedPicture);
  const stages: [Stage, ...Stage[]] = [picture];
  const idle: string[] = [];
  for (const layer of layers) {
    if (idleLayers.includes(layer.getClassName())) idle.push(layer.name);
    else stages.push(readStage(model, layer, stages.at(-1) as Stage));
  }
  return { stages, idle };
}

const refusing = ({ name }: { name: string }) => `Cannot explore ${name}`;

/** The picture as the first stage; one of open size or with other channels is refused. */
function pictureStage(model: LayersModel, layers: readonly tf.layers.Layer[], signed: boolean): Stage {
  const shape = model.inputs[0]?.shape ?? [];
  if (shape.length !== 4 || shape.slice(1).includes(null)) {
    const given = shape.slice(1).map((side) => side ?? "any");
    throw new RangeError(
      `${refusing(model)}: its input is [${given.join(", ")}]. Give a network for pictures of one size, [height, width, channels].`,
    );
  }
  const sizes = sizesOf(shape);
  if (sizes.maps !== 1 && sizes.maps !== 3) {
    throw new RangeError(
      `${refusing(model)}: its pictures have ${sizes.maps} channels. Give a network for gray (1) or colour (3).`,
    );
  }
  const name = layers.some((layer) => layer.name === "picture") ? "the picture" : "picture";
  return { ...plainStage, ...sizes, name, what: "", rule: "given", signed };
}

/** Refuses a layer of another kind. */
function requireKnown({ name }: LayersModel, layer: tf.layers.Layer): void {
  const kind = layer.getClassName();
  if (Object.hasOwn(readers, kind) || idleLayers.includes(kind)) return;
  const known = [...Object.keys(readers), ...idleLayers].join(", ");
  throw new RangeError(
    `${refusing({ name })}: layer ${layer.name} is a ${kind}, which it cannot draw. It draws ${known}.`,
  );
}

function readStage(model: LayersModel, layer: tf.layers.Layer, below: Stage): Stage {
  const kind = layer.getClassName();
  const reader = readers[kind] as Reader;
  const refuse = (what: string, wayOut: string): never => {
    throw new RangeError(`${refusing(model)}: layer ${layer.name} ${what}. ${wayOut}`);
  };
  const config: Config = layer.getConfig();
  requireSettings(kind, config, layer.outputShape.length - 1, refuse);
  const bend = bendOf(kind, config);
  if (bend === undefined) {
    return refuse(`has the activation ${activationName(config)}`, `Use one of ${bends.join(", ")}.`);
  }
  const read = { ...plainStage, rule: "given" as const, what: "", ...reader(layer, below, config) };
  const sizes = sizesOf(layer.outputShape as (number | null)[]);
  return { ...read, ...sizes, name: layer.name, bend, signed: isSigned(read, bend, below) };
}

/** Whether numbers below zero may come out: of sums always, else where they go in. */
function isSigned({ rule, scaling }: Pick<Stage, "rule" | "scaling">, bend: Bend, below: Stage): boolean {
  if (unsignedBends.includes(bend)) return false;
  return below.signed || scaling[1] < 0 || ["sum", "each", "distance"].includes(rule);
}

function requireSettings(
  kind: string,
  config: Config,
  lastAxis: number,
  refuse: (what: string, wayOut: string) => void,
): void {
  if (config.dataFormat === "channelsFirst" || config.data_format === "channelsFirst") {
    refuse("has its channels first", "Build it with channels last.");
  }
  if (kind === "DepthwiseConv2D" && (config.depthMultiplier ?? config.depth_multiplier ?? 1) !== 1) {
    refuse("makes several maps of each", "Use a depthMultiplier of 1.");
  }
  const axis = config.axis ?? -1;
  if (["BatchNormalization", "Softmax"].includes(kind) && axis !== -1 && axis !== lastAxis) {
    refuse(`works along axis ${axis}`, "Use axis -1, along the channels.");
  }
}

/** What bends the sums of a layer, or nothing where there is no such name. */
function bendOf(kind: string, config: Config): Bend | undefined {
  if (kind === "Softmax") return "softmax";
  if (kind === "ReLU") {
    const most = config.maxValue ?? config.max_value;
    return most === undefined || most === null ? "relu" : most === 6 ? "relu6" : undefined;
  }
  return "activation" in config ? bendNamed(activationName(config)) : "linear";
}

/** TensorFlow.js names its own in small letters, and those registered by others as a class. */
function activationName({ activation }: Config): string {
  if (typeof activation === "string") return activation;
  return String((activation as { className?: unknown } | null | undefined)?.className ?? "linear");
}
