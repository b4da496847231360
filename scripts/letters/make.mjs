// node scripts/letters/make.mjs: draws the letters of loadLetters() in many typefaces and writes data/letters/. The typefaces come as
// npm packages, pinned in package-lock.json beside this file: tools of this maker, no dependency of the project.
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { seeded } from "../../dist/arithmetic/random.js";
import { encodeGray4 } from "./png.mjs";
import { drawMasks, recipe, side } from "./sheet.mjs";
import { typefaces } from "./typefaces.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const folder = `${root}data/letters/`;
const seed = 7;
const columns = 100;
const alphabet = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];

// Families are kept apart: what a network is tested on, it has met in no face.
const heldOut = JSON.parse(readFileSync(new URL("held-out.json", import.meta.url), "utf8"));
const all = typefaces(root);
const familiesOf = (/** @type {string} */ set) => all.filter(({ name }) => heldOut[set].includes(name));
const sets = [
  {
    name: "training",
    families: all.filter(({ name }) => !Object.values(heldOut).flat().includes(name)),
    perLetter: 300,
  },
  { name: "validation", families: familiesOf("validation"), perLetter: 100 },
  { name: "test", families: familiesOf("test"), perLetter: 100 },
];

mkdirSync(folder, { recursive: true });
const random = seeded(seed);
const cards = sets.map(({ name, families, perLetter }) => {
  const paths = alphabet.flatMap((letter) =>
    Array.from({ length: perLetter }, (_, index) => pathOf(letter, families[index % families.length])),
  );
  const bytes = encodeGray4(drawMasks(paths, random), side, columns);
  writeFileSync(`${folder}${name}.png`, bytes);
  console.log(`${name}: ${families.length} families, ${paths.length} letters, ${bytes.length} bytes`);
  return {
    file: `${name}.png`,
    perLetter,
    sha256: createHash("sha256").update(bytes).digest("hex"),
    families: families.map(({ name, version, licence }) => ({ name, version, licence })),
  };
});
const card = {
  what: `Letters A to Z, upper and lower case under one label, as gray masks of ${side}x${side}, ${columns} in a row, letter after letter; image number i of a letter is of family number i modulo the number of families.`,
  again: "node scripts/letters/make.mjs",
  seed,
  recipe,
  sets: cards,
};
writeFileSync(`${folder}card.json`, `${JSON.stringify(card, null, 2)}\n`);

/**
 * The outline of a letter in one of the family's faces, large or small.
 *
 * @param {string} letter
 * @param {import("./typefaces.mjs").Family | undefined} family
 */
function pathOf(letter, family) {
  const forms = (family?.fonts ?? []).flatMap((font) =>
    [letter, letter.toLowerCase()].flatMap((form) => {
      const path = font.charToGlyphIndex(form) === 0 ? undefined : font.getPath(form, 0, 0, 100);
      const { x1, x2, y1, y2 } = path?.getBoundingBox() ?? { x1: 0, x2: 0, y1: 0, y2: 0 };
      return path && x2 - x1 > 1 && y2 - y1 > 1 ? [path] : [];
    }),
  );
  const path = forms[Math.floor(random() * forms.length)];
  if (path === undefined)
    throw new Error(`Cannot draw ${letter}: ${family?.name} has no such letter. Leave it out.`);
  return path;
}
