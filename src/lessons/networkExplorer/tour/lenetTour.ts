import type { ConnectedConvolution } from "../../../networks/models/lenet/connectedConvolution.js";
import type { GaussianConnections } from "../../../networks/models/lenet/gaussianConnections.js";
import type { LayersModel } from "../../../networks/tf.js";
import { throughLayersOf } from "./throughLayers.js";
import type { TourPage } from "./tourPage.js";

/** What differs between the published network and the variants of `lenet5`. */
interface Variant {
  /** How the answers are made: minus the distance from a code, the product with it, or a dense layer with softmax. */
  readonly output: "distance" | "product" | "softmax";
  /** Whether subsampling has weights. */
  readonly trainable: boolean;
  /** Whether the maps of c3 see only some of the maps below. */
  readonly table: boolean;
}

const opening = {
  distance:
    "On the left is the picture, on the right the answer. It is no share but a penalty with a minus: how far the network is from its code of each digit. The one nearest to zero wins: {answer} with {share}, before {second} with {second share}. Try it: choose another picture. Does the winner win by as much?",
  product:
    "On the left is the picture, on the right the answer. It is no share but a score: how well the numbers before it go with the code of each digit. The largest wins: {answer} with {share}, before {second} with {second share}. Try it: choose another picture. Does the winner win by as much?",
  softmax:
    "On the left is the picture, on the right the answer: {answer} with {share}, then {second} with {second share}. In between every number is computed anew for each picture, always from the same {all weights} weights. Try it: choose another picture, and watch the answer change.",
};

const decision = {
  distance:
    "f6 gives {parts} numbers, and each digit has a code of as many, as published a drawing of signs, −1 or 1. A part is minus the squared difference between a number and its place in the code; together the parts make {sum}. The largest is {largest part}, at {largest place}. Try it: click the bar of another digit. Where do its parts grow?",
  product:
    "f6 gives {parts} numbers, and each digit has a code of as many. Each number is multiplied by twice its place in the code of {answer}; together the parts make {sum}. The largest is {largest part}, from {largest place}. Try it: click the bar of another digit. Which parts speak against it?",
  softmax:
    "The unit for {answer} adds up {parts} numbers, each times its weight; with its bias {bias} that is {sum}. The largest part is {largest part}, from {largest place}. Softmax turns the sums of all digits into shares: {share} for this one. Try it: click the bar of another digit. Which parts speak against it?",
};

const pagesOf = ({ output, trainable, table }: Variant): readonly TourPage[] => [
  { title: "LeNet-5, the network of 1998", text: opening[output] },
  {
    title: "A frame around the digit",
    layer: "frame",
    text: "The network takes pictures of {size}: a border is put around the digit, so that windows can be centred on its ends as well. Its numbers change too: the one in the orange frame is {number}, a pixel of {largest value} times {largest weight}, and {bias}. Try it: move row and column into the border. Which number stands there?",
  },
  {
    title: "A filter looks through a small window",
    layer: "c1",
    text: "{place} comes from a window of {window} numbers. The {parts} parts and the bias {bias} add up to {sum}, and a bend makes that {number}. One filter serves the whole picture with its {parts} weights and the bias; c1 has {maps} of them. Try it: step through the maps, and compare each with its weights.",
  },
  {
    title: trainable ? "Subsampling that learns" : "Smaller maps",
    layer: "s2",
    text: trainable
      ? "s2 makes each map half as high and wide, but not as pooling does today. It adds up {parts} numbers, all times one weight that is learned for the map, here {largest weight}. With the bias {bias} that is {sum}, and bent it is {number}. Try it: choose other maps. Have all their weights the same sign?"
      : "s2 makes each map half as high and wide: {place} is {number}, made of {parts} numbers of the map before it. There is nothing to learn in this layer. Try it: click a part in the list to see where it came from.",
  },
  {
    title: table ? "Not every map sees every map" : "A window through all maps",
    layer: "c3",
    text: table
      ? "A map of c3 looks at some maps of s2 only, as a table of 1998 says. Where the table has no link the weights shown here are zero, and the bar of that channel is flat. Channel {channel} adds {channel sum} to the sum {sum}. In the picture the number sees {seen} pixels. Try it: step through the {maps} maps, and count the bars."
      : "A map of c3 looks at all maps of s2: {parts} parts, channel by channel. Channel {channel} adds {channel sum} to the sum {sum}. In the picture the number sees {seen} pixels. Try it: click the bars. Which channel takes most away?",
  },
  {
    title: "Far back from the picture",
    layer: "c5",
    text: "{place} looks at a window of {window} in every map of s4, which makes {parts} parts, and through all layers below it sees {seen} pixels of the picture. This layer holds {weights} of the {all weights} weights. Try it: step through its units, and look for one that is far below zero.",
  },
  {
    title: output === "softmax" ? "The decision" : "Compared with a code",
    layer: "output",
    text: decision[output],
  },
  {
    title: "Follow it back",
    layer: "f6",
    back: "c1",
    text: "The orange line starts at {start}, the largest number of f6 at first, and goes layer by layer to the largest part of each number. So it comes to {place}, which is {number}. It is one path out of very many: the strongest at each step, not the whole reason. Try it: move the steps back further, until it reaches a pixel.",
  },
  {
    title: "Now paint",
    layer: "picture",
    text: "Choose “an empty picture”, then drag on the large picture below the sheet. By keyboard, let the pen paint and lead it by row and column. All layers follow; the answer now is {answer} with {share}, before {second} with {second share}. Try it: paint something that is no digit. Do the answers tell you so?",
  },
];

/**
 * A guided tour through `lenet5`, trained or not, for {@link networkExplorer}: nine short pages from the picture to the answer and
 * back. Its numbers are those of the network and the picture that are explored.
 *
 * @param model a variant of the network, of which the pages then speak. @default {the published one}
 * @example
 * const { test } = await loadMnist({ trainImages: 0, testImages: 1 });
 * const network = await loadTrained("lenet-5");
 * show(networkExplorer(network, pick(test, [0]), { tour: lenetTour(network) }));
 */
export function lenetTour(model?: LayersModel): readonly TourPage[] {
  return throughLayersOf(model, pagesOf(variantOf(model)));
}

function variantOf(model: LayersModel | undefined): Variant {
  const named = (name: string) => model?.layers.find((layer) => layer.name === name);
  const [output, subsampling, third] = [named("output"), named("s2"), named("c3")];
  const kind = (output as GaussianConnections | undefined)?.linear ? "product" : "distance";
  const seen = (third as ConnectedConvolution | undefined)?.connections ?? [[0], [0, 1]];
  const most = Math.max(...seen.map(({ length }) => length));
  return {
    output: output?.getClassName() === "Dense" ? "softmax" : kind,
    trainable: subsampling === undefined || subsampling.getClassName() === "Subsampling",
    table: seen.some(({ length }) => length < most),
  };
}
