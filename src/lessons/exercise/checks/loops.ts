/** A drawing as rows of ink and paper. */
export type Ink = readonly (readonly boolean[])[];

interface Place {
  readonly row: number;
  readonly column: number;
}

const beside = [[-1, 0], [1, 0], [0, -1], [0, 1]] as const; // biome-ignore format: steps
const corners = [[-1, -1], [-1, 1], [1, -1], [1, 1]] as const; // biome-ignore format: steps

/** How many pieces the ink has; places that touch at a corner hang together. */
export function piecesOf(ink: Ink): number {
  return regionsOf(ink, [...beside, ...corners]).length;
}

/** The fields of paper that ink encloses on all sides, each as its places, the uppermost first. */
export function holesIn(ink: Ink): readonly (readonly Place[])[] {
  const width = Math.max(0, ...ink.map((row) => row.length));
  const paper = ink.map((row) => Array.from({ length: width }, (_, column) => row[column] !== true));
  const inside = ({ row, column }: Place) =>
    row > 0 && column > 0 && row < ink.length - 1 && column < width - 1;
  return regionsOf(paper, beside).filter((region) => region.every(inside));
}

function regionsOf(filled: Ink, steps: readonly (readonly [number, number])[]): Place[][] {
  const seen = new Set<string>();
  const regionAt = (start: Place): Place[] => {
    const region: Place[] = [];
    const open = [start];
    for (let place = open.pop(); place !== undefined; place = open.pop()) {
      const { row, column } = place;
      const name = `${row},${column}`;
      if (filled[row]?.[column] !== true || seen.has(name)) continue;
      seen.add(name);
      region.push(place);
      open.push(...steps.map(([down, right]) => ({ row: row + down, column: column + right })));
    }
    return region;
  };
  return filled
    .flatMap((line, row) => line.map((_, column) => regionAt({ row, column })))
    .filter((region) => region.length > 0);
}
