import { packed } from "../line.js";
import type { ToFront } from "../protocol.js";

/** Messages on their way to the front: bytes for another process, or as they are for a page. */
export type Parcel = Uint8Array | readonly ToFront[];

/** A message as it is now. @throws {Error} if it holds what cannot be copied: a function */
export function parcelOf(message: ToFront): Parcel {
  return packed(message);
}

/** Two parcels as one. */
export function together(first: Parcel, second: Parcel): Parcel {
  return Buffer.concat([first as Uint8Array, second as Uint8Array]);
}
