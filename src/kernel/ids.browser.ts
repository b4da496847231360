// Pages that come without encryption have no `crypto.randomUUID`.
const random = crypto.getRandomValues.bind(crypto);

/** A name that nothing else has. */
export const newId = (): string =>
  [...random(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
