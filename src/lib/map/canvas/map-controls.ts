/** What buttons beside a map ask of it. */
export interface MapControls {
	zoomIn: () => void;
	zoomOut: () => void;
	reset: () => void;
}
