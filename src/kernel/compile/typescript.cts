// The compiler, by `require`: imported as a module, Node would read its nine megabytes twice to look for exports.
import snapshot = require("./snapshot.cjs");

snapshot.provide(require);

import ts = require("typescript");

export = ts;
