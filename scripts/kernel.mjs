#!/usr/bin/env node
// npm run kernel: registers this checkout's kernel with the reader's own Jupyter. `npm run kernel -- --help` says how.
import { refuseOldNode } from "./setup/node-version.mjs";

refuseOldNode();
Promise.all([import("./kernel/command.mjs"), import("./console.mjs")]).then(([{ command }, { endWith }]) =>
  command(process.argv.slice(2), console.log).catch(endWith),
);
