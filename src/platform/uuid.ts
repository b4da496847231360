import { randomUUID } from "node:crypto";

/** A name that nothing else has. */
export function uuid(): string {
  return randomUUID();
}
