// The picture of each lesson, for pages that list them: one of its own outputs, known by how its sentence begins.
import { joined } from "./lessonNotebooks.mjs";

/**
 * @import { Notebook } from "./edition.mjs"
 *
 * @typedef {{ mime: "image/png" | "image/jpeg", bytes: Buffer, alt: string, width?: number, height?: number }} Picture
 * @typedef {{ data?: Record<string, string | string[] | object>, metadata?: Record<string, unknown> }} Output
 */

/**
 * By each lesson's name how the sentence of its picture begins, and what is said of it where it stands alone.
 *
 * @type {Record<string, { begins: RegExp, alt: string }>}
 */
export const chosen = {
  "images-and-dense-layers": {
    begins: /^The weights of 10 units, 28 x 28 each, from -/,
    alt: "The weights of ten sums as images: red where ink speaks for the digit, blue where it speaks against it.",
  },
  "how-a-network-learns": {
    begins: /^Gradient descent on one weight/,
    alt: "A weight steps down the curve of its loss, and nears its best value step by step.",
  },
  convolution: {
    begins: /^3 maps of responses, 94 x 94/,
    alt: "A cat's face seen by three kernels: upright edges in one picture, level ones in the next, both in the third.",
  },
  "padding-and-stride": {
    begins: /^3 maps, windows that use the pixel/,
    alt: "How many windows use each pixel: without padding one at the corner and nine in the middle, with full padding nine everywhere.",
  },
  "channels-and-parameters": {
    begins: /^3 feature maps of 26 x 26/,
    alt: "Three feature maps of one picture in colour: where it is red, where it is green, where light falls from the right.",
  },
  pooling: {
    begins: /^12 feature maps of 12 x 12/,
    alt: "Six feature maps of a digit, pooled in two ways: of each window its maximum above, its mean below.",
  },
  "mnist-cnn": {
    begins: /^Paint a digit/,
    alt: "The drawing explorer: a painted four, ten logits, the places that speak for it, and eight filters.",
  },
  "what-training-needs": {
    begins: /^One image before training/,
    alt: "The loss of one image as its pixels grow: it rises, then stands level, where nothing is learned from it any more.",
  },
  "lenet-5": {
    begins: /^A network with what flows through it/,
    alt: "LeNet-5 with a digit flowing through it, from the image through six and sixteen feature maps to ten answers.",
  },
  "gap-vs-flatten": {
    begins: /^10 maps of responses, 7 x 7/,
    alt: "Ten small maps, one a digit: red where a place speaks for it, blue where it speaks against it.",
  },
  "class-activation-maps": {
    begins: /^From a map to a box/,
    alt: "A digit among clutter with a box around it, a map that is red just there, and what of it lies above a threshold.",
  },
  "backbones-on-photographs": {
    begins: /^2 maps of 224 x 224 numbers over a photograph/,
    alt: "A cup of coffee with the evidence for espresso and for cup laid over it.",
  },
  "what-you-can-do-now": {
    begins: /^Parameters of the leaf network/,
    alt: "Parameters of a network for leaves, layer by layer: nearly all stand in one dense layer.",
  },
};

/**
 * The picture of a lesson; undefined where none of its outputs is one.
 *
 * @param {string} name "padding-and-stride"
 * @param {Pick<Notebook, "cells">} lesson
 * @returns {Picture | undefined}
 */
export function lessonPicture(name, { cells }) {
  const outputs = /** @type {Output[]} */ (cells.flatMap(({ outputs }) => outputs ?? []));
  const pictures = outputs.filter(({ data }) => data?.["image/png"] ?? data?.["image/jpeg"]);
  const { begins, alt } = chosen[name] ?? {};
  const found = pictures.find(({ data }) => begins?.test(joined(data?.["text/plain"]))) ?? pictures[0];
  if (found === undefined) return undefined;
  const picture = pictureIn(found);
  return { ...picture, alt: alt ?? picture.alt };
}

/**
 * The picture that an output holds.
 *
 * @param {Output} output
 * @returns {Picture}
 */
export function pictureIn({ data, metadata }) {
  const mime = data?.["image/png"] === undefined ? "image/jpeg" : "image/png";
  const { alt = "", ...size } = /** @type {Partial<Picture>} */ (metadata?.[mime] ?? {});
  return { mime, bytes: Buffer.from(joined(data?.[mime]), "base64"), alt, ...size };
}
