// A kernel that publishes a large message to the first who listens, closes and exits: `node --import tsx lastWords.ts <bytes>`.
// Says its connection on stdout.
import { serve } from "../../src/kernel/wire/serve.js";
import { info } from "./wireClient.js";

const ports = { shell: 0, control: 0, iopub: 0, stdin: 0, hb: 0 };
const kernel = await serve(
  { transport: "tcp", ip: "127.0.0.1", ports, key: "a key for tests", digest: "sha256" },
  { kernelInfo: () => info, execute: () => ({ status: "ok" }) },
);
console.log(JSON.stringify(kernel.connection));
await kernel.finished;
kernel.publish("display_data", { data: { "text/plain": "x".repeat(Number(process.argv[2])) }, metadata: {} });
await kernel.close();
process.exit(0);
