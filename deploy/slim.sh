#!/bin/sh
# slim.sh CONVLAB: takes out of a copy of the installation what only development needs, and says how much that was. Never in a checkout you work in.
set -e
cd "$1"
before=$(du -sm . | cut -f1)
# TensorFlow's package stands among the tools of development, as set-up brings it: here it is needed to run.
node -e '
const { readFileSync, writeFileSync } = require("node:fs");
const manifest = JSON.parse(readFileSync("package.json", "utf8"));
const name = "@tensorflow/tfjs-node";
manifest.dependencies[name] = manifest.devDependencies[name];
delete manifest.devDependencies[name];
writeFileSync("package.json", `${JSON.stringify(manifest, null, 2)}\n`);'
npm prune --omit=dev --ignore-scripts --no-audit --no-fund > /dev/null
ln -sfn .. node_modules/convlab
find node_modules -type f \( -name '*.map' -o -name '*.markdown' -o -name 'CHANGELOG*' \) -delete
rm -rf .git test site experiments bench docs lab src .cache/addons .cache/audit .cache/building .cache/hub .cache/pip .cache/npm .cache/tests .cache/tensorflow-*/include
if command -v strip > /dev/null; then
  find .cache -name 'libtensorflow*.so*' -type f -exec strip --strip-unneeded {} +
fi
echo "$before MB before, $(du -sm . | cut -f1) MB after"
