import { type IdxSet, type IdxSource, readIdxSet } from "./idxSet.js";

/** The two sets of MNIST, as its files are named. */
export type MnistPart = "train" | "t10k";

/** The reader's own files, of any content. */
export function givenFolder(folder: string): IdxSource {
  return {
    name: "MNIST ",
    folder,
    wayOut:
      "Give a folder with the four unpacked files (loadIdx reads other names, packed files and more classes), or leave out `folder` for MNIST itself.",
  };
}

/** One of the two sets from its two files. */
export function partOf(source: IdxSource, part: MnistPart, most?: number): Promise<IdxSet> {
  const names = { images: `${part}-images-idx3-ubyte`, labels: `${part}-labels-idx1-ubyte` };
  return readIdxSet(source, names, most);
}
