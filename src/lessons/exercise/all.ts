import { exercises as backbonesOnPhotographs } from "../backbones-on-photographs/exercises.js";
import { exercises as channelsAndParameters } from "../channels-and-parameters/exercises.js";
import { exercises as classActivationMaps } from "../class-activation-maps/exercises.js";
import { exercises as convolution } from "../convolution/exercises.js";
import { exercises as gapVsFlatten } from "../gap-vs-flatten/exercises.js";
import { exercises as howANetworkLearns } from "../how-a-network-learns/exercises.js";
import { exercises as imagesAndDenseLayers } from "../images-and-dense-layers/exercises.js";
import { exercises as lenet5 } from "../lenet-5/exercises.js";
import { exercises as mnistCnn } from "../mnist-cnn/exercises.js";
import type { LessonName } from "../order.js";
import { exercises as paddingAndStride } from "../padding-and-stride/exercises.js";
import { exercises as pooling } from "../pooling/exercises.js";
import { exercises as whatTrainingNeeds } from "../what-training-needs/exercises.js";
import { exercises as whatYouCanDoNow } from "../what-you-can-do-now/exercises.js";
import type { ExerciseContent } from "./content.js";

/** The exercises of each lesson; `convolution.2` is the second in the list of `convolution`. */
export const exercisesOf: Readonly<Record<LessonName, readonly ExerciseContent[]>> = {
  "images-and-dense-layers": imagesAndDenseLayers,
  "how-a-network-learns": howANetworkLearns,
  convolution,
  "padding-and-stride": paddingAndStride,
  "channels-and-parameters": channelsAndParameters,
  pooling,
  "mnist-cnn": mnistCnn,
  "what-training-needs": whatTrainingNeeds,
  "lenet-5": lenet5,
  "gap-vs-flatten": gapVsFlatten,
  "class-activation-maps": classActivationMaps,
  "backbones-on-photographs": backbonesOnPhotographs,
  "what-you-can-do-now": whatYouCanDoNow,
};
