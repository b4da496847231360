// The picture of each lesson on the start page, as a file of the site.
import { lessonPicture, pictureIn } from "../../lessonPictures.mjs";

/**
 * @import { Lesson, Output } from "./lessons.mjs"
 * @import { Page } from "./outputs.mjs"
 *
 * @typedef {{ src: string, alt: string, width: number | undefined, height: number | undefined }} Picture
 */

/**
 * The picture of a lesson, or of an output, as a file of the start page.
 *
 * @param {Lesson | Output} of
 * @param {Page} page
 * @param {string} [called] the name of an output
 * @returns {Picture}
 */
export function pictureOf(of, page, called = "drawing") {
  const found = "cells" in of ? lessonPicture(of.name, of) : pictureIn(of);
  const name = "cells" in of ? of.name : called;
  if (found === undefined)
    throw new Error(
      `Cannot show ${name} on the start page: none of its outputs is a picture. Run the lesson.`,
    );
  const { mime, bytes, alt, width, height } = found;
  const ending = mime === "image/png" ? "png" : "jpg";
  return { src: `assets/${page.assets.add(`${name}.${ending}`, bytes)}`, alt, width, height };
}
