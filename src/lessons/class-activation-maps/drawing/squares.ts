/** Encodings of the drawing explorer: a constant, or an expression of Vega. */
export const value = (of: unknown) => ({ value: of });
export const signal = (expression: string) => ({ signal: expression });

/** Where a map stands and how large its cells are, in CSS pixels. */
export interface MapPlace {
  readonly x: number;
  readonly y: number;
  readonly cell: number;
}

/** One pixel of the static picture, which has 1.5 for each CSS pixel: edges that fall between its pixels blur. */
export const hairline = 2 / 3;

/** One square for each row of a table with `row` and `column`. They overlap, so that no ground shines through. */
export function squares(data: string, at: MapPlace, update: object, more: object = {}): object {
  return {
    type: "rect",
    from: { data },
    ...more,
    encode: {
      update: {
        x: signal(`${at.x} + ${at.cell} * datum.column`),
        y: signal(`${at.y} + ${at.cell} * datum.row`),
        width: value(at.cell + hairline),
        height: value(at.cell + hairline),
        ...update,
      },
    },
  };
}

/** A colour of a scale from 0 to 1 in 24 steps: fewer colours make a smaller picture. */
export const stepped = (scale: string, share: string) =>
  signal(`scale('${scale}', round(24 * ${share}) / 24)`);

/** A place of a map as its tooltip says it. */
export const tooltipOf = (what: string, number: string) =>
  signal(`'row ' + datum.row + ', column ' + datum.column + ': ${what} ' + format(${number}, '.2f')`);
