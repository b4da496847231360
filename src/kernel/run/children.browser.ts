/** There are no processes in a page. */
export function watchChildren(): void {}

/** There are no processes in a page. */
export function endChildren(): void {}
