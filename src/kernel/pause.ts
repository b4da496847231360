const start = setTimeout;

/** Resolves after this many milliseconds; without `holds` a program may end before. */
export function pause(milliseconds: number, { holds = true }: { holds?: boolean } = {}): Promise<void> {
  return new Promise((resolve) => {
    const timer = start(resolve, milliseconds) as { unref?: () => void };
    if (!holds) timer.unref?.();
  });
}
