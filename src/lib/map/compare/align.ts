import type { View } from '../labels/labels';
import { project } from '../geometry/mercator';
import type { Drawing } from '../geometry/projection';

type Placed = Pick<Drawing, 'bounds' | 'width'>;

/** Where a drawing lies in a picture so that its places fall on those of another drawing, which lies there already. */
export function alignView(other: Placed, drawing: Placed, view: View): View {
	const [own, its] = [groundOf(drawing), groundOf(other)];
	const times = own.unitsPerWorld / its.unitsPerWorld;
	return {
		...view,
		scale: view.scale * times,
		left: view.left + (its.west - own.west) * own.unitsPerWorld * view.scale,
		top: view.top + (its.north - own.north) * own.unitsPerWorld * view.scale,
	};
}

function groundOf({ bounds, width }: Placed) {
	const [west, north] = project([bounds[0], bounds[3]]);
	const [east] = project([bounds[2], bounds[1]]);
	return { west, north, unitsPerWorld: width / (east - west) };
}
