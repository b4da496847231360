import type { ExploredImage } from "./pictures.js";
import type { TourPage } from "./tour/tourPage.js";

/** What can be chosen about `networkExplorer`. */
export interface NetworkExplorerOptions {
  /** Names of the numbers of the answer. @default {their numbers, from 0} */
  names?: readonly string[];
  /** Further pictures to choose from, each by its name. @default {none} */
  images?: Readonly<Record<string, ExploredImage>>;
  /** Over the sheet. @default {the name of the model and how many weights it has} */
  title?: string;
  /** A guided tour, which starts on its first page: yours, or with `true` the one for networks of `mnistCnn` or `lenet5`. @default {none} */
  tour?: true | readonly TourPage[];
}
