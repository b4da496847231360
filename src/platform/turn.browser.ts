/**
 * The twin of `turn.ts` in a browser. Timers would wait some milliseconds each time they follow one another; a message to oneself
 * comes behind those that are there.
 */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener("message", () => {
      port1.close();
      resolve();
    });
    port1.start();
    port2.postMessage(undefined);
  });
}
