/**
 * A page of a guided tour through an explored network: what is to be read, and where the explorer stands meanwhile. What a page
 * does not say is chosen for it: the last layer, and there the place of the largest number.
 */
export interface TourPage {
  readonly title: string;
  /**
   * A few short sentences, at most five lines. Numbers stand as words in braces, such as `{number}` or `{answer}`, and are what the
   * explorer shows at that moment, so the text stays true when the reader chooses or paints something else: see `tourWords`.
   */
  readonly text: string;
  /** The name of a picture. @default {the given picture} */
  readonly picture?: string;
  /** The name of a layer, or `picture`. @default {the last layer} */
  readonly layer?: string;
  /** A map or unit of the layer, from 0. @default {the one with the largest number} */
  readonly map?: number;
  /** The name of an answer: its unit of the last layer, in place of `layer` and `map`. */
  readonly class?: string;
  /** A row of the map, from 0. @default {that of the largest number} */
  readonly row?: number;
  /** A column of the map, from 0. @default {that of the largest number} */
  readonly column?: number;
  /** The layer to which the largest parts are followed back, or how many steps. @default {0} */
  readonly back?: string | number;
  /** The channel of the window that is shown. @default {that of the largest part} */
  readonly channel?: number;
}

/** Where the controls of the explorer stand. */
export interface TourState {
  readonly picture: string;
  readonly layer: string;
  readonly map: number;
  readonly row: number;
  readonly column: number;
  readonly back: number;
  /** None where it is that of the largest part. */
  readonly channel?: number;
}

/** Refuses a page of a tour: `what` is wrong, and `wayOut`. */
export type Refuse = (what: string, wayOut: string) => never;

/** Says which page of whose tour is refused. */
export const refusingPage =
  (network: string, { title }: TourPage, index: number): Refuse =>
  (what, wayOut) => {
    throw new RangeError(
      `Cannot explore ${network}: page ${index + 1} of the tour ("${title}") ${what}. ${wayOut}`,
    );
  };
