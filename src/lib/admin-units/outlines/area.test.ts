import { expect, it } from 'vitest';
import { squareKilometres } from './area';

const square = (west: number, south: number, size: number) => [
	[west, south],
	[west + size, south],
	[west + size, south + size],
	[west, south + size],
	[west, south],
];

it('measures an outline on the sphere, without its holes, whichever way its rings run', () => {
	// A tenth of a degree at the equator is 11.12 km; at 21° north its width is 0.93 of that.
	const whole = squareKilometres({ type: 'Polygon', coordinates: [square(105, 0, 0.1)] });
	expect(whole).toBeCloseTo(123.64, 1);
	const north = square(105, 21, 0.1);
	const hole = square(105.02, 21.02, 0.05).toReversed();
	const outline = squareKilometres({ type: 'Polygon', coordinates: [north] });
	expect(outline).toBeCloseTo(115.4, 0);
	const hollow = squareKilometres({ type: 'MultiPolygon', coordinates: [[north, hole]] });
	expect(hollow / outline).toBeCloseTo(0.75, 2);
});
