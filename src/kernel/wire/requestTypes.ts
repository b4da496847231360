/** Requests that nothing may hold up. */
export const urgent: ReadonlySet<string> = new Set(["interrupt_request", "shutdown_request"]);

/** What can be answered while a cell runs. */
export const questions: ReadonlySet<string> = new Set([
  "kernel_info_request",
  "history_request",
  "complete_request",
  "inspect_request",
  "is_complete_request",
]);

export function isRequest(type: string): boolean {
  return type.endsWith("_request");
}

export function replyTo(type: string): string {
  return type.replace(/_request$/, "_reply");
}

/** A type from outside, for a message. */
export function named(type: string): string {
  return JSON.stringify(type.slice(0, 80));
}
