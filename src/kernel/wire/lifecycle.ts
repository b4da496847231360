import { pause } from "../pause.js";
import { errorReply, type Handlers, type RequestContext } from "./handlers.js";
import type { Inputs } from "./inputs.js";

/** How long a shutdown handler may take, in milliseconds. */
const shutdownPatience = 3000;

/** Answers an `interrupt_request`: open inputs end, the handler stops the cell. */
export async function interrupt(
  handlers: Handlers,
  inputs: Inputs,
  context: RequestContext,
): Promise<object> {
  if (handlers.interrupt === undefined) throw new Error("Cannot interrupt: this kernel has no way to.");
  inputs.withdraw("the cell was interrupted");
  await handlers.interrupt(context);
  return {};
}

/** Answers a `shutdown_request`, on iopub too: other clients of the same kernel learn it from there. */
export async function shutdown(handlers: Handlers, inputs: Inputs, context: RequestContext): Promise<object> {
  const restart = context.message.content.restart === true;
  inputs.withdraw("the kernel ends");
  const tidied = (async () => handlers.shutdown?.(restart, context))();
  let failure: unknown;
  await Promise.race([
    tidied.catch((error: unknown) => {
      failure = error;
    }),
    pause(shutdownPatience, { holds: false }),
  ]);
  if (failure !== undefined)
    context.write("stderr", `Cannot tidy up before the end: ${errorReply(failure).evalue}\n`);
  context.publish("shutdown_reply", { status: "ok", restart });
  return { restart };
}
