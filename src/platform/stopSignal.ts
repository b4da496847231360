/** Hears a notebook's stop button, which is Ctrl-C to a kernel. Returns what ends the listening. */
export function onStop(stop: () => void): () => void {
  process.on("SIGINT", stop);
  return () => void process.off("SIGINT", stop);
}
