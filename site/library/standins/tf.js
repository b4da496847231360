import * as core from "@tensorflow/tfjs-core";
export * from "@tensorflow/tfjs-core"; export * from "@tensorflow/tfjs-layers"; export * from "@tensorflow/tfjs-converter";
import "@tensorflow/tfjs-core/dist/public/chained_ops/register_all_chained_ops"; import "@tensorflow/tfjs-backend-cpu";
core.io.registerLoadRouter((u) => (typeof u === "string" && u.startsWith("file://") ? core.io.http(u.slice(7)) : null));
export const io = core.io; export const node = {};
export const version = { "tfjs-core": core.version_core, tfjs: core.version_core, "tfjs-node": core.version_core };
