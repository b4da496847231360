import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { commandText, requireFromSetup } from "../images/installation.js";
import "./repairUtil.js";
import type { TfjsNode } from "./tfjsNode.js";

/**
 * Loads `@tensorflow/tfjs-node`, which sets TensorFlow itself under TensorFlow.js, in a process made fit for it.
 *
 * TensorFlow greets every
 * start with several lines on stderr; `TF_CPP_MIN_LOG_LEVEL=0` brings them back. Two of them come before it reads
 * that variable: set-up compiles `quiet.node`, which loads its base library without them.
 */
export function loadTfjsNode(): TfjsNode {
  process.env.TF_CPP_MIN_LOG_LEVEL ??= "2";
  try {
    const folder = dirname(requireFromSetup.resolve("@tensorflow/tfjs-node/package.json"));
    const quiet = join(folder, "lib", "napi-v8", "quiet.node");
    if (existsSync(quiet)) requireFromSetup(quiet);
    return requireFromSetup(folder);
  } catch (cause) {
    const reason = (cause as Error).message.split("\n")[0];
    throw new Error(`Cannot load TensorFlow: ${reason}. Set it up: ${commandText("setup")}`, { cause });
  }
}
