import type { StartRunner } from "../front/runner.js";
import type { Debugging } from "./debugging.js";

/** Starts what runs cells so that a debugger stands between it and the kernel. */
export function debuggedRunner(debug: Debugging, start: StartRunner): StartRunner {
  return (events) => {
    const runner = start({
      ...events,
      inspected: (message) => debug.received(message),
      message(message) {
        if (message.type === "done") debug.executed();
        events.message(message);
      },
    });
    debug.connect((message) => runner.inspect?.(message));
    return {
      get lives() {
        return runner.lives;
      },
      send(message) {
        const send = (): void => runner.send(message);
        if (message.type === "execute") {
          const ready = debug.begins();
          if (ready === undefined) send();
          else void ready.then(send, send);
        }
        // Code that stands still reads nothing.
        else if (debug.stands) debug.deliver(message);
        else send();
      },
      interrupt() {
        debug.interrupted();
        runner.interrupt();
      },
      drained: () => runner.drained(),
      kill: () => runner.kill(),
    };
  };
}
