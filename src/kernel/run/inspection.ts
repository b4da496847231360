// How Node looks at values: as text, and by kind.
export { formatWithOptions, inspect, types } from "node:util";
