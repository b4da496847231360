#!/usr/bin/env node
// npm start: sets up what is missing and opens JupyterLab on the reader's lessons in work/.
import { refuseOldNode } from "./setup/node-version.mjs";

refuseOldNode();
Promise.all([import("./start/lessons.mjs"), import("./console.mjs")]).then(
  ([{ startLessons }, { endWith }]) =>
    startLessons(process.argv.slice(2)).then((code) => {
      process.exitCode = code;
    }, endWith),
);
