/** Milliseconds that the processor has worked for this process: what other programs do meanwhile is not counted. */
export function processorMilliseconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
