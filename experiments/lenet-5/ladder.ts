import { ladder } from "./rungs.js";

export default ladder({
  id: "lenet-5/ladder",
  question: "From LeNet-5 as published to a modern network, one change a rung, on 15,000 digits",
  trainImages: 15_000,
  epochs: 10,
  seeds: 5,
  withFailure: true,
});
