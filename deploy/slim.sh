#!/bin/sh
# slim.sh CONVLAB: takes out of a copy of the installation what only development needs, and says how much that was. Never in a checkout you work in.
set -e
cd "$1"
before=$(du -sm . | cut -f1)
# The links and the native library that set-up made are no npm packages: they stay.
npm prune --omit=dev --ignore-scripts --no-audit --no-fund > /dev/null
find node_modules -type f \( -name '*.map' -o -name '*.markdown' -o -name 'CHANGELOG*' \) -delete
rm -rf .git test site experiments bench docs lab src .cache/addons .cache/building .cache/pip .cache/npm .cache/tests
if command -v strip > /dev/null; then
  find .cache -name 'libtensorflow*.so*' -type f -exec strip --strip-unneeded {} +
fi
echo "$before MB before, $(du -sm . | cut -f1) MB after"
