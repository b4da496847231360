#!/usr/bin/env node
// npm run setup: brings everything the lessons need into this folder. Safe to run at any time.
// With --all also what a lesson fetches when it first needs it, readable for everybody on the machine; --check only looks.
import { refuseOldNode } from "./setup/node-version.mjs";

refuseOldNode();
Promise.all([import("./setup/command.mjs"), import("./console.mjs")]).then(
  ([{ setupCommand }, { endWith }]) =>
    setupCommand(process.argv.slice(2)).then((ok) => {
      if (!ok) process.exitCode = 1;
    }, endWith),
);
