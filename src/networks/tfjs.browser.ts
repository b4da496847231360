// The twin of `tfjs.ts` in a browser: what of TensorFlow.js computes nothing, without the backends, of which the page takes one.
import type * as union from "@tensorflow/tfjs";
import * as core from "@tensorflow/tfjs-core";
import "@tensorflow/tfjs-core/dist/public/chained_ops/register_all_chained_ops.js";
import "@tensorflow/tfjs-core/dist/register_all_gradients.js";
import { version_layers } from "@tensorflow/tfjs-layers";
import type { TfjsNode } from "./tfjsNode.js";

export * from "@tensorflow/tfjs-core";
export * from "@tensorflow/tfjs-layers";

/** A part of the library that a page cannot have: it says so when it is used. */
function absent<T extends object>(name: string): T {
  const refuse = (_: T, property: string | symbol): unknown => {
    if (typeof property === "symbol") return undefined;
    throw new Error(
      `Cannot use ${name}.${property} in a browser: it needs Node. Use the installation on your own computer.`,
    );
  };
  return new Proxy<T>({} as T, { get: refuse, has: () => false });
}

export const node: TfjsNode["node"] = absent("tf.node");
export const data: typeof union.data = absent("tf.data");

const files = (name: string) => (): never => {
  throw new Error(
    `Cannot use tf.io.${name} in a browser. saveModel and loadModel write and read models here too.`,
  );
};
export const io = {
  ...core.io,
  fileSystem: files("fileSystem"),
  nodeHTTPRequest: files("nodeHTTPRequest"),
} as TfjsNode["io"];

export const version = {
  "tfjs-core": core.version_core,
  "tfjs-layers": version_layers,
  tfjs: core.version_core,
} as TfjsNode["version"];

/** What reads models of TensorFlow itself is fetched when it is asked for. */
export const loadGraphModel: typeof union.loadGraphModel = async (...given) =>
  (await import("@tensorflow/tfjs-converter")).loadGraphModel(...given);
