/** Whether an output that is soon replaced gets a picture too. Drawing one takes a training's time. */
export const livePictures: boolean = true;
