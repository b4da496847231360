/** What a check says of an answer: true, or what is wrong with it and where to look. */
export type Finding = true | { readonly message: string };

/** What one exercise holds. Texts may use `backticks`; a solution may hold a fenced block of code. */
export interface ExerciseContent {
  readonly title: string;
  /**
   * True, or what is wrong with the answer and where to look; a promise of that where the answer takes its time. May throw:
   * the reader then sees what was thrown.
   */
  check(answer: unknown): Finding | Promise<Finding>;
  /** Shown with a right answer: why it is right. */
  readonly because: string;
  /** The first points the way, the second leaves one step. */
  readonly hints: readonly [string, string];
  readonly solution: string;
}

/** What the check of an answer says. */
export interface Verdict {
  readonly ok: boolean;
  readonly message: string;
}
