import type { FromInspector, ToInspector } from "./debug/inspection.js";

/** An interrupt, and when the main thread may have listened to it by: milliseconds after it. */
export const alarms = { asked: 0, signal: 200, signalAgain: 500, kill: 1000, report: 2000 } as const;

export type Alarm = keyof typeof alarms;

/** What the front tells the watchdog of the session, by a pipe of its own. The front watches the clock. */
export type ToWatchdog =
  /** What there is to do about the interrupt of this number. */
  | { readonly type: "alarm"; readonly alarm: Alarm; readonly number: number }
  | { readonly type: "inspect"; readonly message: ToInspector };

/** What the watchdog says by the same pipe. */
export type FromWatchdog =
  /** Nobody has listened to the interrupt. */
  { readonly type: "deaf" } | { readonly type: "inspected"; readonly message: FromInspector };
