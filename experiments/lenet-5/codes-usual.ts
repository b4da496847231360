import { experiment } from "convlab/lessons";
import { grid } from "../shared.js";
import { codeSettings, measureCodes } from "./codeArms.js";

const settings = codeSettings(0.002, ", usual rate");
const arms = settings.map(({ name }) => name);

export default experiment({
  id: "lenet-5/codes-usual",
  question: "Whether codes that may learn move together at the usual rate as well, and what is read then",
  rows: grid(settings, 3),
  means: [
    { arms, measure: "codeDistance" },
    { arms, measure: "testAccuracy" },
  ],
  comparisons: ["equation8", "equation9"].map((loss) => ({
    first: `learning, ${loss}, usual rate`,
    second: `fixed, ${loss}, usual rate`,
    measure: "testAccuracy",
  })),
  run: measureCodes,
});
