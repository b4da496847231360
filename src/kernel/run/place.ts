import type { Language } from "../compile/configuration.js";
import type { Parcel } from "./parcels.js";
import type { Shared } from "./shared.js";

/** Where a session runs. */
export interface Place {
  /** The folder in which the notebook lies, and the name of its file. */
  readonly folder: string;
  readonly notebook: string;
  readonly language?: Language;
  /** What a watchdog of this thread knows too. */
  readonly shared: Shared;
  /** Takes what goes to the front. */
  write(parcel: Parcel): void;
  /** Called when a cell has ended. */
  ended?(): void;
}
