import { writeFileSync } from "node:fs";

/**
 * Digits as one file for all contestants: every pixel, 784 bytes a digit, then every label. Returns its path.
 *
 * @param {string} root
 * @param {"train" | "test"} part
 * @param {number} count
 */
export async function dataFile(root, part, count) {
  const { loadMnist } = await import("../../dist/index.js").catch((cause) => {
    throw new Error("Cannot load the library. Build it first: npm run build", { cause });
  });
  const digits = (await loadMnist({ [part === "train" ? "trainImages" : "testImages"]: count }))[part];
  const path = `${root}.cache/bench/${part}-${digits.count}.bin`;
  writeFileSync(path, Buffer.concat([digits.pixels, digits.labels]));
  return path;
}
