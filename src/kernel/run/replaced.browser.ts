/** Functions of the worker in whose place the kernel has put its own. */
export const replacedFunctions = (): readonly object[] => [
  setTimeout,
  setInterval,
  clearTimeout,
  clearInterval,
];
