/** The twin of `processor.ts` in a browser, which tells the clock's time only. */
export function processorMilliseconds(): number {
  return performance.now();
}
