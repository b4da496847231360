/** A point of the plane, of one of two classes. */
export interface ClassPoint {
  readonly x: number;
  readonly y: number;
  readonly kind: "inside" | "outside";
}

/** Two mixed classes, and the two prototypes that closeness is measured to: middles of places where `inside` lies. */
export interface MixedClasses {
  readonly points: readonly ClassPoint[];
  readonly prototypes: readonly [readonly [x: number, y: number], readonly [x: number, y: number]];
}

/** Points spread evenly over a ring between two radii: the sunflower's spiral, by the golden angle. */
function spiral(count: number, [from, to]: readonly [number, number], [x, y]: readonly [number, number]) {
  const goldenAngle = Math.PI * (3 - Math.sqrt(5));
  return Array.from({ length: count }, (_, index) => {
    const radius = Math.sqrt(from ** 2 + ((index + 0.5) / count) * (to ** 2 - from ** 2));
    const rounded = (value: number) => Number(value.toFixed(3));
    return {
      x: rounded(x + radius * Math.cos(index * goldenAngle)),
      y: rounded(y + radius * Math.sin(index * goldenAngle)),
    };
  });
}

const blob = (kind: ClassPoint["kind"], middle: readonly [number, number]) =>
  spiral(15, [0, 0.75], middle).map((point) => ({ ...point, kind }));

export const mixedClasses: Readonly<Record<string, MixedClasses>> = {
  "four corners": {
    points: [
      ...blob("inside", [-1.2, -1.2]),
      ...blob("inside", [1.2, 1.2]),
      ...blob("outside", [-1.2, 1.2]),
      ...blob("outside", [1.2, -1.2]),
    ],
    prototypes: [
      [-1.2, -1.2],
      [1.2, 1.2],
    ],
  },
  ring: {
    points: [
      ...spiral(24, [0, 1], [0, 0]).map((point) => ({ ...point, kind: "inside" as const })),
      ...spiral(36, [1.45, 2.1], [0, 0]).map((point) => ({ ...point, kind: "outside" as const })),
    ],
    prototypes: [
      [-0.5, 0],
      [0.5, 0],
    ],
  },
};

/** How many points the best straight line through the plane leaves on the wrong side, of 180 directions and all places. */
export function leastErrorsOfALine(points: readonly ClassPoint[]): number {
  const inside = points.filter(({ kind }) => kind === "inside").length;
  let least = points.length;
  for (let degrees = 0; degrees < 180; degrees++) {
    const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
    const along = [...points].sort((a, b) => a.x * cos + a.y * sin - (b.x * cos + b.y * sin));
    let errors = inside; // all called outside
    for (const { kind } of along) {
      errors += kind === "inside" ? -1 : 1; // this one, too, is called inside
      least = Math.min(least, errors, points.length - errors);
    }
  }
  return least;
}
