import type { Figure } from "../../charts/figure.js";
import { explorerFigure, type Told } from "../explorer/explorerFigure.js";
import { narrow, wide } from "./places.js";
import { type Explored, specification } from "./specification.js";

/** A network that has been read, with which an explorer is drawn without TensorFlow. */
export interface ExploredNetwork {
  readonly explored: Explored;
  readonly told: Told;
}

/** The explorer for a page that has the tour's text and buttons itself: for a wide and for a narrow screen. */
export function startFigures({
  explored,
  told,
}: ExploredNetwork): Readonly<Record<"wide" | "narrow", Figure>> {
  const words = told.words.filter((line) => line !== "tourSaid");
  const figureIn = (places: typeof wide) =>
    explorerFigure(specification(explored, places), { ...told, words });
  return { wide: figureIn(wide), narrow: figureIn(narrow) };
}
