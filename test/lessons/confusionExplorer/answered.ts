import type { Images } from "../../../src/images/images.js";
import { imageAt } from "../../../src/images/imagesFrom.js";
import { decodeImage } from "../../../src/images/photographs/decodeImage.js";
import type { PredictedClass } from "../../../src/networks/training/predict.js";
import { readPng } from "../../../src/platform/png.js";

type View = import("vega").View;

interface Wanted {
  readonly names: readonly string[];
  readonly count: number;
  readonly height?: number;
  readonly width?: number;
  readonly channels?: 1 | 3;
  /** The label of each; else in equal parts, one class after the other. */
  readonly labels?: readonly number[];
}

/** Images that all differ: a gray or colour of its own, and a bright stripe at a place of its own. */
export function shapes({ names, count, height = 8, width = 10, channels = 1, labels }: Wanted): Images {
  const size = height * width * channels;
  const pixels = Uint8Array.from({ length: count * size }, (_, at) => {
    const [image, inside] = [Math.floor(at / size), at % size];
    const [row, channel] = [Math.floor(inside / (width * channels)), inside % channels];
    return row === image % height ? 250 : (40 + 37 * image + 90 * channel) % 200;
  });
  const equal = Uint8Array.from({ length: count }, (_, index) => Math.floor((index * names.length) / count));
  return {
    ...{ count, height, width, channels, pixels },
    labels: labels === undefined ? equal : Uint8Array.from(labels),
    classes: names,
  };
}

/** What `predict` would say: image by image another probability of the answer, the rest in equal parts. */
export function answered(answers: readonly number[], classes: number): PredictedClass[][] {
  return answers.map((answer, index) => {
    const probability = 0.5 + (0.49 * ((7 * index) % answers.length)) / answers.length;
    const others = Array.from({ length: classes }, (_, each) => each).filter((each) => each !== answer);
    return [
      { classIndex: answer, name: "", probability },
      ...others.map((classIndex) => ({
        classIndex,
        name: "",
        probability: (1 - probability) / (classes - 1),
      })),
    ];
  });
}

/** A picture that is open: which image of the set it says it is, what it says of it, and its pixels. */
export interface Opened {
  readonly image: number;
  readonly answerShare: number;
  readonly trueShare: number;
  readonly pixels: Uint8Array;
}

interface TileRow {
  readonly image: number;
  readonly answerShare: number;
  readonly trueShare: number;
  readonly url: string;
  readonly slot: number;
  readonly onSheet: number;
}

/** Opens a square and looks at every picture behind it, page by page. */
export async function open(view: View, actual: string, answer: string, images: Images): Promise<Opened[]> {
  await view.signal("actual", actual).signal("answered", answer).runAsync();
  const kept = view.signal("kept") as number;
  const found: Opened[] = [];
  for (let picture = 1; picture <= kept; picture += 20) {
    await view.signal("picture", picture).runAsync();
    found.push(...(view.data("tiles") as TileRow[]).map((row) => ({ ...row, pixels: cut(row, images) })));
  }
  return found;
}

const sheets = new Map<string, { width: number; height: number; channels: number; pixels: Uint8Array }>();

/** The pixels that a tile shows, cut from its sheet as the marks cut it. */
function cut({ url, slot, onSheet }: TileRow, { channels, height, width }: Images): Uint8Array {
  const bytes = new Uint8Array(Buffer.from(url.slice(url.indexOf(",") + 1), "base64"));
  const sheet = sheets.get(url) ?? (url.includes("png") ? fromPng(bytes) : decodeImage(bytes));
  sheets.set(url, sheet);
  const pitch = sheet.height / onSheet;
  const rows = Math.round((height * sheet.width) / width);
  const start = slot * pitch * sheet.width;
  const pixels: number[] = [];
  for (let pixel = start; pixel < start + rows * sheet.width; pixel++) {
    for (let channel = 0; channel < channels; channel++)
      pixels.push(sheet.pixels[pixel * sheet.channels + channel] as number);
  }
  return Uint8Array.from(pixels);
}

function fromPng(bytes: Uint8Array) {
  const { width, height, data } = readPng(bytes);
  return { width, height, channels: 4, pixels: data };
}

/** How far two pictures are apart, a pixel on average. */
export function apart(picture: Uint8Array, images: Images, index: number): number {
  const { pixels } = imageAt(images, index);
  return (
    picture.reduce((sum, value, at) => sum + Math.abs(value - (pixels[at] as number)), 0) / pixels.length
  );
}
