/** Takes types out by TypeScript itself: what Node has for it is no program that a page could run. */
export { plainly as erase } from "./plainly.js";
