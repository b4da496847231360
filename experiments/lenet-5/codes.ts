import { experiment } from "convlab/lessons";
import { grid } from "../shared.js";
import { codeSettings, measureCodes } from "./codeArms.js";

const settings = codeSettings(0.01);
const arms = settings.map(({ name }) => name);

export default experiment({
  id: "lenet-5/codes",
  question:
    "Whether codes that may learn move together, and what is read then: fixed and learning codes under equations 8 and 9, at five times the usual rate",
  rows: grid(settings, 5),
  means: [
    { arms, measure: "codeDistance" },
    { arms, measure: "trainAccuracy" },
    { arms, measure: "testAccuracy" },
  ],
  comparisons: [
    { first: "learning, equation8", second: "fixed, equation8", measure: "testAccuracy" },
    { first: "learning, equation9", second: "fixed, equation9", measure: "testAccuracy" },
    { first: "learning, equation9", second: "learning, equation8", measure: "codeDistance" },
    { first: "learning, equation9", second: "learning, equation8", measure: "testAccuracy" },
    { first: "fixed, equation9", second: "fixed, equation8", measure: "testAccuracy" },
  ],
  run: measureCodes,
});
