import { listIn } from "../../exercise/answers/numbers.js";
import { functionCheck } from "../../exercise/checks/functionCheck.js";
import { listOfNumbers } from "../../exercise/checks/kinds.js";
import { isPromise } from "../../exercise/checks/trials.js";
import type { Finding } from "../../exercise/content.js";

type Pixels = readonly number[];
type Rule = (pixels: Pixels) => Pixels;

/** With a white pixel and without: what is divided by must not depend on the image. */
const cases: readonly Pixels[] = [[0, 51, 102, 255], [12, 200, 30], [64, 128], [0, 0, 7]]; // biome-ignore format: short lists

const tooDark =
  "Close, but 255 then becomes 0.996. A byte goes from 0 to 255, and the network was trained with 255 as 1.";
const mistakes: readonly (readonly [rule: Rule, message: string])[] = [
  [(pixels) => pixels, "The pixels come back as they went in, from 0 to 255. In training 255 was 1."],
  [(pixels) => pixels.map((byte) => byte / 256), tooDark],
  [(pixels) => pixels.map((byte) => byte * 255), "This multiplies by 255 where it should divide."],
  [(pixels) => pixels.map((byte) => Math.round(byte / 255)), "Only 0 and 1 come out: the grays between were rounded away."],
  [(pixels) => pixels.map((byte) => Math.floor(byte / 255)), "Only 0 and 1 come out: the grays between were rounded away."],
  [(pixels) => pixels.map((byte) => byte / Math.max(...pixels)), "This divides by the largest pixel of the image at hand, so that a faint digit becomes as bright as a strong one. In training it was 255 for all."],
  [(pixels) => pixels.map((byte) => (byte - Math.min(...pixels)) / (Math.max(...pixels) - Math.min(...pixels))), "This stretches each image from its darkest to its brightest pixel. In training 0 was 0 and 255 was 1, for all."],
  [(pixels) => pixels.map((byte) => byte / 255 / 255), "That divides by 255 twice: it is the fault itself."],
]; // biome-ignore format: pairs

const checkList = functionCheck<[Pixels], Pixels>({
  name: "prepare",
  takes: ["pixels"],
  cases: cases.map((pixels) => [pixels]),
  returns: listOfNumbers,
  right: (pixels) => pixels.map((byte) => byte / 255),
  mistakes,
  hintAt: (value, wanted) => {
    if (value.length !== wanted.length)
      return `${wanted.length} pixels go in and ${value.length} come out. Return one for each.`;
    return value.some((each) => each < 0)
      ? "Some pixels come out negative. Subtracting a mean or a half can be a good preparation, but this network was not trained so: it knows 0 to 1."
      : "In training 255 was 1 and 0 was 0.";
  },
});

/** A function of all pixels, or of one. */
export function checkPrepare(prepare: (input: unknown) => unknown): Finding | Promise<Finding> {
  return checkList((pixels: number[]) => {
    const oneByOne = (): unknown => {
      const results = pixels.map((pixel) => prepare(pixel));
      return results.some(isPromise) ? Promise.all(results) : results;
    };
    const orEach = (result: unknown) =>
      result === undefined || listIn(result) !== undefined ? result : oneByOne();
    let whole: unknown;
    try {
      whole = prepare(pixels);
    } catch {
      return oneByOne();
    }
    return isPromise(whole) ? Promise.resolve(whole).then(orEach) : orEach(whole);
  });
}
