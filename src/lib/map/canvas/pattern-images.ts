import type { Map as MapLibreMap } from 'maplibre-gl';
import { patterns, patternStates, type Pattern } from '../styles/patterns';

/** Gives the canvas the patterns as images, in the present colours. */
export function addPatterns(map: MapLibreMap, colour: (token: string) => string): void {
	const ratio = 2;
	for (const name of patternStates) {
		const pattern = patterns[name];
		const image = drawPattern(pattern, colour(pattern.colour), colour('--area-ground'), ratio);
		if (map.hasImage(name)) map.updateImage(name, image);
		else map.addImage(name, image, { pixelRatio: ratio });
	}
}

function drawPattern(pattern: Pattern, ink: string, ground: string, ratio: number): ImageData {
	const side = pattern.size * ratio;
	const canvas = document.createElement('canvas');
	canvas.width = canvas.height = side;
	const context = canvas.getContext('2d');
	if (!context) throw new Error('This browser draws no patterns.');
	context.scale(ratio, ratio);
	context.fillStyle = ground;
	context.fillRect(0, 0, pattern.size, pattern.size);
	context.strokeStyle = context.fillStyle = ink;
	for (const mark of pattern.marks) {
		context.beginPath();
		if (mark.shape === 'line') {
			context.moveTo(...mark.from);
			context.lineTo(...mark.to);
		} else context.arc(...mark.at, mark.radius, 0, 2 * Math.PI);
		if (mark.shape === 'dot') context.fill();
		else {
			context.lineWidth = mark.width;
			context.stroke();
		}
	}
	return context.getImageData(0, 0, side, side);
}
