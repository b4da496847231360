/**
 * Where many share a machine: after how many quiet seconds the compiler gives its memory back, by the variable
 * `CONVLAB_LEAN`. Undefined where it is not set to a number above 0: the kernel is quick then, and keeps what it has.
 */
export function leanSeconds(env: NodeJS.ProcessEnv = process.env): number | undefined {
  const seconds = Number(env.CONVLAB_LEAN ?? 0);
  return seconds > 0 ? seconds : undefined;
}
