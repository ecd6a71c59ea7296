import { teamStandings, type TeamStanding } from '../../../contracts/wall';

/** More dots than this are too small to be seen from afar. */
const mostDots = 1_500;

export interface Dots {
	/** How many teams one dot stands for. */
	each: number;
	/** The standing of every dot, the worst first; kinds that occur at all keep one. */
	dots: TeamStanding[];
}

/** A dot a team, or one for several where there are too many. */
export function dotsOf(drawn: Readonly<Record<TeamStanding, number>>): Dots {
	const total = teamStandings.reduce((sum, standing) => sum + drawn[standing], 0);
	const each = Math.max(1, Math.ceil(total / mostDots));
	const dots = teamStandings.flatMap((standing) => {
		const count = drawn[standing] === 0 ? 0 : Math.max(1, Math.round(drawn[standing] / each));
		return Array.from({ length: count }, () => standing);
	});
	return { each, dots };
}

/** Columns and rows that fill a box of a shape (width by height) with so many squares. */
export function gridOf(count: number, shape: number): { columns: number; rows: number } {
	const columns = Math.max(1, Math.ceil(Math.sqrt(count * shape)));
	return { columns, rows: Math.max(1, Math.ceil(count / columns)) };
}
