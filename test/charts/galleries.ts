import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Figure } from "../../src/charts/figure.js";
import { filesUnder, root } from "../house/files.js";
import type { Example } from "./example.js";

/** An example with the place where what was reviewed of it lies. */
export interface Shown extends Omit<Example, "draw"> {
  /** The folder, from the root of the checkout. */
  readonly snapshots: string;
  /** Draws it once, however often it is asked. */
  readonly figure: () => Promise<Figure>;
}

/** Every gallery of test/, found by its name, so that that of a new lesson is not forgotten. */
export const galleries = filesUnder("test", ".ts").filter((path) => path.endsWith("/gallery.ts"));

export const gallery: readonly Shown[] = (await Promise.all(galleries.map(examplesOf))).flat();

async function examplesOf(path: string): Promise<Shown[]> {
  const { examples }: { examples: readonly Example[] } = await import(pathToFileURL(join(root, path)).href);
  return examples.map(({ draw, ...example }) => {
    let drawn: Promise<Figure> | undefined;
    const figure = () => {
      drawn ??= (async () => draw())();
      return drawn;
    };
    return { ...example, snapshots: `${dirname(path)}/snapshots`, figure };
  });
}
