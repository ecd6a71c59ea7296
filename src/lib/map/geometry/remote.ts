import { gapOf, type Box } from './boxes';

const kilometresPerDegree = 111.32;
/** Islands near the mainland lie up to 110 km off, Hoàng Sa and Trường Sa more than 200. */
const farKilometres = 150;

/** @param one in degrees. */
function isFar(one: Box, other: Box): boolean {
	const [east, north] = gapOf(one, other);
	const narrowing = Math.cos((((one.top + one.bottom) / 2) * Math.PI) / 180);
	return Math.hypot(east * narrowing, north) * kilometresPerDegree > farKilometres;
}

/**
 * The areas that lie far from all the rest, in groups that are near to one another: told by distance
 * alone, by no name or code. The largest group is what the map is about, and isn't among them.
 * @param areas the boxes of each area's parts, in degrees.
 * @returns indices.
 */
export function remoteGroups(areas: readonly (readonly Box[])[]): number[][] {
	let left = areas.map((_, index) => index);
	const groups: number[][] = [];
	const near = (one: number, other: number) =>
		areas[one]?.some((part) => areas[other]?.some((each) => !isFar(part, each)));
	for (let [first] = left; first !== undefined; [first] = left) {
		const group = [first];
		left = left.slice(1);
		for (const member of group) {
			const found = left.filter((other) => near(member, other));
			if (found.length === 0) continue;
			group.push(...found);
			const taken = new Set(found);
			left = left.filter((other) => !taken.has(other));
		}
		groups.push(group);
	}
	return [...groups].sort((one, other) => other.length - one.length).slice(1);
}
