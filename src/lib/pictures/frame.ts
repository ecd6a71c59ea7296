/** A place in a picture, in its pixels. */
export interface Frame {
	x: number;
	y: number;
	width: number;
	height: number;
}
