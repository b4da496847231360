/** How the process of a session ended. */
export interface Ended {
  /** Whether its line was closed while it lived: a cell closes file descriptors that are not its own. */
  readonly cutOff: boolean;
  readonly code: number | null;
  readonly signal: string | null;
}

/** What a reader is told when the running code does not stop. */
export const deaf =
  "The running code does not listen: it is in a function of a library that has not returned. " +
  "Wait until it does, or restart the kernel to end it.\n";

/** What a reader is told when the process that runs cells has ended; `started` says whether it ever ran. */
export function lossOf({ code, signal, cutOff }: Ended, started: boolean): string {
  const cut = "because a cell closed file descriptor 3 or 4, by which the kernel speaks with it";
  const how = cutOff ? cut : signal === null ? `with code ${code}` : `by ${signal}`;
  const advice = started ? "Its variables are gone: run the cells from the top." : "It could not start.";
  return `The process that runs the cells ended ${how}. ${advice}`;
}
