import type { RequestContext } from "../wire/handlers.js";

/** Tells front ends what happens. */
export class Published {
  /** Of the latest request: events belong to it. */
  protected context: RequestContext | undefined;
  protected sequence = 0;

  publish(event: string, body: object = {}): void {
    this.context?.publish("debug_event", { type: "event", seq: ++this.sequence, event, body });
  }
}
