import type { LayersModel } from "../../../networks/tf.js";
import { throughLayersOf } from "./throughLayers.js";
import type { TourPage } from "./tourPage.js";

const pages: readonly TourPage[] = [
  {
    title: "The whole network on one sheet",
    text: "On the left is the picture. Each layer turns what stands on its left into new numbers, and the bars on the right are the answer: {answer} with {share}, then {second} with {second share}. Every number here is computed anew for each picture, always from the same {all weights} weights. Try it: choose another picture, and watch the answer change.",
  },
  {
    title: "A picture is a table of numbers",
    layer: "picture",
    text: "For the network the picture is {size}, that is {numbers} numbers: {black} is black, {white} is white. The number in the orange frame is {number}. Where is the digit? The network is not told. Try it: move row and column across an edge of the digit, and see how the numbers rise and fall.",
  },
  {
    title: "A filter looks through a small window",
    layer: "conv1",
    text: "This is {place}. Its filter looks at a window of {window} pixels and multiplies each by a weight. The {parts} parts and the bias {bias} add up to {sum}, and ReLU makes that {number}: what is above zero stays, the rest becomes 0. Try it: click a place in the map where the picture is empty. What is left of the sum?",
  },
  {
    title: "The same filter everywhere",
    layer: "conv1",
    map: 0,
    text: "{layer} has {maps} filters, and each makes a map of {size} numbers with the same weights at every place: so {weights} weights make {numbers} numbers. Under a red weight ink adds to the sum, under a blue one it takes away. Try it: step through its maps, and compare each map with its weights.",
  },
  {
    title: "Pooling keeps the largest",
    layer: "pool1",
    text: "{place} is {number}, the largest of {parts} numbers of the map before it. The other numbers of this window are left out, so the maps shrink to {size}. Where in the window the largest one stood is no longer known here. Try it: click a part in the list to see where the number came from.",
  },
  {
    title: "A window through all maps",
    layer: "conv2",
    text: "A filter of {layer} has weights for every map below it: {parts} parts now, channel by channel. The bars show what each channel adds; channel {channel} adds {channel sum}. Through both layers this number sees {seen} pixels, which is the frame on the picture. Try it: click the bars. Which channel takes most away?",
  },
  {
    title: "From maps to a decision",
    layer: "output",
    text: "The unit for {answer} adds up {parts} hidden numbers, each times its weight. Its sum is {sum}, the largest part is {largest part}, from {largest place}. Softmax turns the sums of all classes into shares that add up to 1: {share} for this one. Try it: click the bar of another digit. Which parts speak against it?",
  },
  {
    title: "Follow the answer back",
    layer: "output",
    back: "conv1",
    text: "The orange line starts at {start} and goes, layer by layer, to the largest part of each number. So it comes to {place}, which is {number}. It is one path out of very many: the strongest at each step, not the whole reason. Try it: move the steps back one further, to a pixel, or start from another bar.",
  },
  {
    title: "Now paint",
    layer: "picture",
    text: "Choose “an empty picture”, then drag on the large picture below the sheet. By keyboard, let the pen paint and lead it by row and column. All layers follow while you paint; the answer now is {answer} with {share}. Try it: paint a digit, then change it stroke by stroke until the answer turns.",
  },
];

/**
 * A guided tour through `mnistCnn`, trained or not, for {@link networkExplorer}: nine short pages from the picture to the answer and
 * back. Its numbers are those of the network and the picture that are explored.
 *
 * @param model pages about layers that it does not have are left out
 * @example
 * const { test } = await loadMnist({ trainImages: 0, testImages: 1 });
 * const network = await loadTrained("mnist-cnn");
 * show(networkExplorer(network, pick(test, [0]), { tour: mnistTour() }));
 */
export const mnistTour = (model?: LayersModel): readonly TourPage[] => throughLayersOf(model, pages);
