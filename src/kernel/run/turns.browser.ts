import { belonging } from "./belonging.js";

let turn = 0;

/** A number that calls have in common which led from one to the next without a pause. */
export const turnNumber = (): number => turn;

/** What is to be done before code that awaits now goes on: to say whose it is. */
export function resumption(): () => void {
  const { run } = belonging;
  return () => {
    turn++;
    belonging.enter(run);
  };
}
