// The twin of `mnistSource.ts` in a browser: digits come in files of some thousand, only as many as are asked for.
import { downloadBar } from "../../platform/download.js";
import { type SiteDigits, siteFile, siteList } from "../../platform/siteFiles.js";
import type { MnistPart } from "./givenFolder.js";
import type { IdxSet } from "./idxSet.js";

const partNames = { train: "digits to train on", t10k: "digits to test on" } as const;

export async function shippedPart(part: MnistPart, most = Number.POSITIVE_INFINITY): Promise<IdxSet> {
  const digits = (await siteList()).digits[part];
  const wanted = Math.min(most, digits.count);
  const { height, width } = digits;
  const size = height * width;
  const pixels = new Uint8Array(wanted * size);
  const labels = new Uint8Array(wanted);
  let at = 0;
  for await (const bytes of filesInOrder(digits, wanted, partNames[part])) {
    const images = bytes.length / (size + 1);
    const kept = Math.min(images, wanted - at);
    pixels.set(bytes.subarray(0, kept * size), at * size);
    labels.set(bytes.subarray(images * size, images * size + kept), at);
    at += kept;
  }
  return { count: digits.count, height, width, channels: 1, pixels, labels };
}

/** As many files as are needed, in order. The next ones are on their way while one is read. */
async function* filesInOrder({ files }: SiteDigits, wanted: number, what: string) {
  let images = 0;
  const needed = files.filter((file) => {
    const before = images;
    images += file.images;
    return before < wanted;
  });
  const bar = downloadBar(what, needed.reduce((sum, { bytes }) => sum + bytes, 0)); // biome-ignore format: one line
  const arrived = new Array<number>(needed.length).fill(0);
  const get = (index: number) => {
    const file = needed[index];
    if (file === undefined) return undefined;
    const coming = siteFile(file, (bytes) => {
      arrived[index] = bytes;
      bar.update(arrived.reduce((sum, each) => sum + each, 0));
    });
    coming.catch(() => {}); // it is heard when its turn comes
    return coming;
  };
  try {
    const coming = [get(0), get(1), get(2)];
    for (let index = 0; index < needed.length; index++) {
      const bytes = await coming[index];
      coming.push(get(index + 3));
      coming[index] = undefined;
      if (bytes) yield bytes;
    }
  } finally {
    bar.done();
  }
}
