import type { DebugProtocol } from "@vscode/debugprotocol";
import { cellFiles } from "./cellFiles.js";
import { type Debugging, threadId } from "./debugging.js";
import type { ExceptionFilter } from "./exceptions.js";
import { evaluated, framesOf, membersOf, scopesOf } from "./frames.js";
import { inspectedAll, inspectedOne, patiently } from "./inspected.js";

const exceptionBreakpointFilters: readonly DebugProtocol.ExceptionBreakpointsFilter[] = [
  {
    filter: "uncaught",
    label: "Uncaught exceptions",
    description: "Stops where your code does not catch what is thrown",
  },
  {
    filter: "all",
    label: "All exceptions",
    description: "Stops at all that is thrown in your code or reaches it",
  },
];

/** What is answered also while the debugger is off. */
export const beforeStart: ReadonlySet<string> = new Set([
  "debugInfo",
  "initialize",
  "inspectVariables",
  "richInspectVariables",
]);

/** What requests may say, all of them together. It comes from outside: anything may be missing. */
interface Given {
  readonly code?: string;
  readonly source?: DebugProtocol.Source;
  readonly breakpoints?: DebugProtocol.SourceBreakpoint[];
  readonly filters?: readonly string[];
  readonly frameId?: number;
  readonly expression?: string;
  readonly variableName?: string;
  readonly variablesReference?: number;
  readonly srcVariableName?: string;
  readonly dstVariableName?: string;
  readonly srcFrameId?: number;
  readonly startFrame?: number;
  readonly levels?: number;
}

type Command = (given: Given) => object | undefined | Promise<object | undefined>;

/** How each request is answered, by its name in the protocol: the body of the reply. */
export function commandsOf(debug: Debugging): Readonly<Record<string, Command>> {
  return {
    debugInfo: () => ({
      isStarted: debug.isStarted,
      hashMethod: "Murmur2",
      hashSeed: cellFiles.seed,
      tmpFilePrefix: cellFiles.prefix,
      tmpFileSuffix: cellFiles.suffix,
      breakpoints: debug.breakpoints.list(),
      stoppedThreads: debug.stands ? [threadId] : [],
      richRendering: true,
      exceptionPaths: [],
      copyToGlobals: true,
    }),
    initialize: async () => {
      await debug.start();
      return {
        supportsConfigurationDoneRequest: true,
        supportsConditionalBreakpoints: true,
        supportsLogPoints: true,
        supportsEvaluateForHovers: true,
        supportsModulesRequest: true,
        exceptionBreakpointFilters,
      };
    },
    attach: () => {
      debug.publish("initialized");
      return undefined;
    },
    configurationDone: () => undefined,
    disconnect: async () => {
      await debug.stop();
      return undefined;
    },
    dumpCell: ({ code }) => ({ sourcePath: debug.scripts.dump(String(code)) }),
    setBreakpoints: async ({ source, breakpoints = [] }) => ({
      breakpoints: await debug.breakpoints.set(String(source?.path), breakpoints),
    }),
    setExceptionBreakpoints: async ({ filters = [] }) => {
      const filter = (["all", "uncaught"] as const).find((each): each is ExceptionFilter =>
        filters.includes(each),
      );
      await debug.pauses.engine.stopAt(filter);
      return undefined;
    },
    source: async ({ source }) => {
      const content = await debug.scripts.textOf(String(source?.path));
      if (content === undefined) throw new Error("source unavailable");
      return { content, mimeType: "text/typescript" };
    },
    modules: async () => {
      const files = (await debug.scripts.all()).filter(({ isCell }) => !isCell);
      const modules = files.map(({ id, name, path }) => ({ id, name, path }));
      return { modules, totalModules: modules.length };
    },
    threads: () => ({ threads: [{ id: threadId, name: "Cells" }] }),
    continue: async () => {
      await debug.resumed(() => debug.pauses.resume());
      return { allThreadsContinued: true };
    },
    next: () => debug.resumed((standing) => debug.pauses.step("stepOver", standing)),
    stepIn: () => debug.resumed((standing) => debug.pauses.step("stepInto", standing)),
    stepOut: () => debug.resumed((standing) => debug.pauses.step("stepOut", standing)),
    pause: async () => {
      if (!debug.stands) await debug.pauses.pause();
      return undefined;
    },
    stackTrace: ({ startFrame = 0, levels = 0 }) => {
      const frames = framesOf(debug).map(({ frame }) => frame);
      const stackFrames = frames.slice(startFrame, levels > 0 ? startFrame + levels : undefined);
      return { stackFrames, totalFrames: frames.length };
    },
    scopes: ({ frameId }) => scopesOf(debug, frameId),
    variables: async ({ variablesReference = 0 }) => ({
      variables: await patiently(debug, membersOf(debug, variablesReference)),
    }),
    inspectVariables: () => inspectedAll(debug),
    richInspectVariables: ({ variableName, frameId }) => inspectedOne(debug, String(variableName), frameId),
    copyToGlobals: async ({ srcVariableName, dstVariableName = srcVariableName, srcFrameId }) => {
      const value = await evaluated(debug, String(srcVariableName), srcFrameId);
      await debug.inspector.ask("copy", [String(dstVariableName), debug.isRunning], [value]);
      return undefined;
    },
    evaluate: async ({ expression, frameId }) => {
      const value = await patiently(debug, evaluated(debug, String(expression), frameId));
      const { value: result, variablesReference } = await debug.inspector.ask("describe", [""], [value]);
      return { result, variablesReference };
    },
  };
}
