import { ladder } from "./rungs.js";

export default ladder({
  id: "lenet-5/ladder-all",
  question: "From LeNet-5 as published to a modern network, one change a rung, on all 60,000 digits",
  trainImages: 60_000,
  epochs: 3,
  seeds: 3,
});
