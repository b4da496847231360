/** The name under which the kernel's worker offers its stop button: an `EventTarget` of the event `interrupt`. */
const interruptSymbol = Symbol.for("convlab.interrupt");

/** The twin of `stopSignal.ts` in a browser. */
export function onStop(stop: () => void): () => void {
  const button = (globalThis as { [interruptSymbol]?: EventTarget })[interruptSymbol];
  button?.addEventListener("interrupt", stop);
  return () => button?.removeEventListener("interrupt", stop);
}
