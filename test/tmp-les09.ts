import { storedRows } from "../src/lessons/results/experiment.js";
import { rungsAsSet, rungsAtBestRate, stepVerdicts } from "../src/lessons/lenet-5/ladderSteps.js";
import { mean } from "../src/arithmetic/statistics/statistics.js";
import { layerCounts } from "../src/lessons/lenet-5/layerCounts.js";
import { lenet5 } from "../src/networks/models/lenet5.js";
import { strangerArms, strangerKinds } from "../src/lessons/lenet-5/strangerArms.js";
import { pairedDifference } from "../src/arithmetic/statistics/pairedDifference.js";
const rows = await storedRows("lenet-5/steps"), rates = await storedRows("lenet-5/step-rates");
console.log(rates.length);
console.table(stepVerdicts(rungsAsSet(rows)));
const best = rungsAtBestRate([...rows, ...rates]);
console.table(best.map(b => ({ n: b.name, f: b.factor, m: mean(b.values) })));
console.table(stepVerdicts(best));
console.table(layerCounts(lenet5())); console.table(layerCounts(lenet5({connections:"full",subsampling:"average",output:"softmax"})));
for (const s of [0.5,0.9,0.98]) for (const k of strangerKinds) { const [a,b]=strangerArms(await storedRows("lenet-5/reject"),k,s); console.log(s,k,a!.values,b!.values, pairedDifference(a!.values,b!.values)); }
