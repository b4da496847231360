import { requireSome } from "../../arithmetic/lists.js";
import type { Figure } from "../../charts/figure.js";
import { digitGrid } from "../../charts/figures/digits.js";
import { type Digits, digitAt, digitsFrom, take } from "../../images/digits/digits.js";
import type { LayersModel } from "../../networks/tf.js";
import { type ReadBack, readBack, readBackBlindly, readBackFromLabel } from "./readBack.js";

const columns = 10;

/**
 * What can be read back of digits: the first ten of them, below what is guessed of them without looking and from their labels alone, and a
 * row for each network, from what one of its layers makes of them. Each row is named with its share of the pixels' variance, over all digits.
 *
 * @param networks by their names, short ones; the weighted sums are fitted for each anew
 * @param fitted the digits that the sums are fitted on
 * @param digits those to guess, ten at least
 * @throws {RangeError} if there are fewer than ten digits, or a network has no layer of that name
 */
export function readBackGallery(
  networks: Readonly<Record<string, LayersModel>>,
  layer: string,
  fitted: Digits,
  digits: Digits,
): Figure {
  requireSome("read digits back", "network", Object.values(networks));
  if (digits.count < columns) {
    throw new RangeError(`Cannot show ${digits.count} digits read back. Give ${columns} or more.`);
  }
  const rows = [
    rowOf("blind", readBackBlindly(fitted, digits)),
    rowOf("label", readBackFromLabel(fitted, digits)),
    ...Object.entries(networks).map(([name, model]) => rowOf(name, readBack(model, layer, fitted, digits))),
  ];
  const own = Array.from({ length: columns }, (_, index) => digitAt(take(digits, index, 1), 0));
  const images = [own, ...rows.map(({ images }) => images)].flat();
  const captions = ["digits", ...rows.map(({ name, share }) => `${name}\n${share}`)];
  const said = rows.map(({ name, share }) => `${name}: ${share}`);
  return digitGrid(
    digitsFrom(
      images,
      images.map(() => 0),
    ),
    {
      columns,
      scale: 2,
      captions: captions.flatMap((name) => [name, ...Array<string>(columns - 1).fill("")]),
      description: `Ten digits, and what is read back of them, with the share of the pixels' variance: ${said.join("; ")}.`,
    },
  );
}

function rowOf(name: string, { guesses, share }: ReadBack) {
  const images = guesses
    .slice(0, columns)
    .map((pixels) => Array.from({ length: 28 }, (_, row) => pixels.slice(28 * row, 28 * row + 28)));
  return { name, share: `${Math.round(100 * share)}%`, images };
}
