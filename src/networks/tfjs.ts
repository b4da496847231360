// TensorFlow.js with all that its package for Node adds, as one namespace. Everybody else takes it from tf.ts.
import { loadTfjsNode } from "./environment.js";
import type { TfjsNode } from "./tfjsNode.js";

export * from "@tensorflow/tfjs";

const loaded = loadTfjsNode();
export const io: TfjsNode["io"] = loaded.io;
export const node: TfjsNode["node"] = loaded.node;
export const version: TfjsNode["version"] = loaded.version;
