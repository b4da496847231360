/** Functions of Node in whose place the kernel has put its own. */
export const replacedFunctions = (): readonly object[] => [
  ...[setTimeout, setInterval, setImmediate, clearTimeout, clearInterval, clearImmediate],
  ...[process.stdout.write, process.stderr.write],
];
