import { drawVega } from "../../charts/drawing/draw.js";
import { type Figure, jupyterDisplay, makeFigure } from "../../charts/figure.js";
import { embedding, vegaMime } from "../../charts/figures/vega.js";
import { text } from "./marks.js";
import { computed } from "./signals.js";

/** What an explorer says for those who do not see it. */
export interface Told {
  /** What it is and what can be moved, without numbers: it names the picture while the controls move. */
  readonly about: string;
  /** What it shows at first, with numbers: goes with `about` wherever the picture stands still. */
  readonly asDrawn: string;
  /**
   * What it shows now, as lines of text, expressions of Vega. The specification draws them with `wordsAt` or `wordsBelow`,
   * and they are told to screen readers whenever they change. A line that has nothing to say is empty.
   */
  readonly words: readonly string[];
}

/** The part of a Vega specification that is read here; the rest goes through. */
interface Explorer {
  readonly width?: number;
  readonly height?: number;
  /** The words below, where Vega itself finds the size. */
  readonly title?: object;
  readonly signals?: readonly object[];
  readonly marks?: readonly object[];
  readonly [more: string]: unknown;
}

/** Said in the picture that stands where no explorer can run, and nowhere else. */
const stillNote = "A still picture: open the notebook in JupyterLab to move its controls.";

// Text in SVG is text: it can be read aloud, and what it says follows the signals. On a canvas nothing does.
const embeddedAsText = { embed_options: { ...embedding.embed_options, renderer: "svg" } };

/**
 * A figure from the Vega specification of an explorer. It gets a signal `words`, the lines that say what is shown; its picture
 * for GitHub gets a line more, that it is a still one.
 *
 * @param pictured makes the still picture of an explorer that Vega cannot draw at once, because there is a photograph in it
 * @throws {RangeError} if the description is empty
 */
export function explorerFigure(
  spec: Explorer,
  { about, asDrawn, words }: Told,
  pictured?: (description: string, note: string) => Figure,
): Figure {
  const full = {
    $schema: "https://vega.github.io/schema/vega/v5.json",
    description: about,
    padding: 6, // whole pixels of the still picture, which has 1.5 for each
    ...spec,
    signals: [...(spec.signals ?? []), computed("words", `[${words.join(", ")}]`)],
  };
  const description = `${about} As drawn: ${asDrawn}`;
  const [form, formMetadata] = [{ [vegaMime]: full }, { [vegaMime]: embeddedAsText }];
  if (pictured === undefined) return makeFigure(description, form, () => drawVega(still(full)), formMetadata);
  const picture = pictured(description, stillNote);
  return {
    description,
    get metadata() {
      return { ...formMetadata, ...picture.metadata };
    },
    [jupyterDisplay]: () => ({ ...form, ...picture[jupyterDisplay]() }),
  };
}

/** The specification with the note below it: under its words where they are the title, else at the lower edge. */
function still(spec: Explorer): object {
  const { height = 0, title, marks = [], signals = [] } = spec;
  if (title !== undefined) return { ...spec, title: { ...title, subtitle: stillNote, subtitlePadding: 8 } };
  // A height that follows the screen is here that of a wide one.
  const others = (signals as readonly { name?: string }[]).filter(({ name }) => name !== "height");
  const noted = [...marks, text(`'${stillNote}'`, 0, height + 18)];
  return { ...spec, height: height + 24, signals: others, marks: noted };
}
