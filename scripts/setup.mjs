#!/usr/bin/env node
// npm run setup: brings everything the lessons need into this folder. Safe to run at any time.
import { refuseOldNode } from "./setup/node-version.mjs";

refuseOldNode();
Promise.all([import("./setup/index.mjs"), import("./console.mjs")]).then(
  ([{ setUp, startCommand }, { endWith }]) =>
    setUp({ thorough: true }).then((done) => {
      if (done.length === 0) console.log("Everything is set up already.");
      console.log(`Start the lessons with: ${startCommand()}`);
    }, endWith),
);
