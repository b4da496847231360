import { formula } from "../explorer/transforms.js";
import { type PictureSize, perSheet } from "./sheets.js";

const value = (of: unknown) => ({ value: of });

/** Pictures with more pixels than that are blended; the pixels of smaller ones keep their edges. */
export const isSmooth = ({ height, width }: PictureSize) => Math.max(height, width) > 40;

/** Where a picture lies: its sheet, which place it has there, and how many the sheet has. */
export const sheetFormulas = (index: string, count: string) => [
  formula("sheet", `floor((${index}) / ${perSheet})`),
  formula("slot", `(${index}) % ${perSheet}`),
  formula("onSheet", `min(${perSheet}, ${count} - ${perSheet} * datum.sheet)`),
  formula("url", "sheets[datum.sheet]"),
];

/**
 * The picture of each row of a table, `side` CSS pixels along its longer side, in the middle of a square at `at`, which may ask for
 * the row's `place`. What stands in a group follows a table of the group's own only: so each row is one.
 */
export function pictureMark(data: string, at: object, side: number, size: PictureSize): object {
  const own = `${data}Row`;
  const scale = side / Math.max(size.height, size.width);
  const [height, width, pitch] = [size.height * scale, size.width * scale, size.pitch * scale];
  return {
    type: "group",
    interactive: false,
    from: { facet: { name: own, data, groupby: ["image", "place"] } },
    encode: { update: { ...at, width: value(side), height: value(side) } },
    marks: [
      {
        type: "group",
        interactive: false,
        encode: {
          update: {
            ...{ x: value((side - width) / 2), y: value((side - height) / 2) },
            ...{ width: value(width), height: value(height), clip: value(true) },
          },
        },
        marks: [
          {
            type: "image",
            interactive: false,
            from: { data: own },
            encode: {
              update: {
                url: { field: "url" },
                y: { field: "slot", mult: -pitch },
                height: { field: "onSheet", mult: pitch },
                width: value(width),
                aspect: value(false),
                smooth: value(isSmooth(size)),
              },
            },
          },
        ],
      },
    ],
  };
}
