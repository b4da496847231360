import { edge, ink } from "../color.js";

/** Text and edges, and what lies behind where anything does. */
export interface Look {
  readonly ink: string;
  readonly edge: string;
  readonly ground?: string;
}

/** Seen on light and on dark ground, which shines through. */
export const clear: Look = { ink, edge };

/** A dark sheet, as photographs are laid on. */
export const dark: Look = { ink: "#dddddd", edge: "#5c5c5c", ground: "#1c1c1c" };
