/** How near a guess came: "close" is not near, and not far off either. */
export type Closeness = "right" | "near" | "close" | "off";

/** What is said of a guess that could be read. */
export interface Judgement {
  readonly closeness: Closeness;
  /** The guess as it was read. */
  readonly guess: string;
  /** One sentence that leads on, or none where the two say it all. */
  readonly sentence: string;
}

const order: readonly Closeness[] = ["right", "near", "close", "off"];

/** The least near of several. */
export function farthest(closenesses: readonly Closeness[]): Closeness {
  return order[Math.max(0, ...closenesses.map((one) => order.indexOf(one)))] as Closeness;
}
