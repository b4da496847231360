import type { ToFront } from "../protocol.js";
import type { Parcel } from "./parcels.js";

/** A message as it is now. @throws {Error} if it holds what cannot be copied: a function */
export function parcelOf(message: ToFront): Parcel {
  return [structuredClone(message)];
}

/** Two parcels as one. */
export function together(first: Parcel, second: Parcel): Parcel {
  return [...(first as readonly ToFront[]), ...(second as readonly ToFront[])];
}
