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

/** The picture of each row of a table, `side` CSS pixels along its longer side, in the middle of a square at `at`. */
export function pictureMark(data: string, at: object, side: number, size: PictureSize): object {
  const scale = side / Math.max(size.height, size.width);
  const [height, width, pitch] = [size.height * scale, size.width * scale, size.pitch * scale];
  return {
    type: "group",
    interactive: false,
    from: { data },
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
            encode: {
              update: {
                url: { field: { parent: "url", level: 2 } },
                y: { field: { parent: "slot", level: 2 }, mult: -pitch },
                height: { field: { parent: "onSheet", level: 2 }, mult: pitch },
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
