/** How many maps S2 has, each of which feeds ten maps of C3. */
const s2Maps = 6;

/**
 * Which maps of S2 each of the sixteen maps of C3 sees: 60 of 96 links. Six see three neighbours (the first follows the last),
 * six see four neighbours, three see two pairs, one sees all.
 *
 * @see Table I of LeCun, Bottou, Bengio and Haffner, *Gradient-based learning applied to document recognition*, 1998
 */
export const c3Connections: readonly (readonly number[])[] = [
  [0, 1, 2],
  [1, 2, 3],
  [2, 3, 4],
  [3, 4, 5],
  [0, 4, 5],
  [0, 1, 5],
  [0, 1, 2, 3],
  [1, 2, 3, 4],
  [2, 3, 4, 5],
  [0, 3, 4, 5],
  [0, 1, 4, 5],
  [0, 1, 2, 5],
  [0, 1, 3, 4],
  [1, 2, 4, 5],
  [0, 2, 3, 5],
  [0, 1, 2, 3, 4, 5],
];

/** Every map of C3 linked with every map of S2: 96 links, of which the table has 60. */
export const fullConnections: readonly (readonly number[])[] = c3Connections.map(() =>
  Array.from({ length: s2Maps }, (_, map) => map),
);
