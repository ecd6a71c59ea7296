import { measures, type UnitFigures, type UnitStatus } from '../contracts/coverage';
import { classOf } from '../contracts/map/policy-classes';
import { smallestRangeOf, type Publication, type Version } from '../contracts/publication';
import type { coverage } from '../server/db/schema';
import { classRange, isTooSmall } from './disclosure/versions';

type CoverageRow = typeof coverage.$inferSelect;

/** Everything, for screens behind a sign-in. */
export function toInternalFigures(row: CoverageRow): UnitFigures {
	return {
		unitId: row.unitId,
		basis: row.basis,
		able: row.able,
		base: row.base,
		receivedAt: row.receivedAt.toISOString(),
		approvedAt: row.approvedAt?.toISOString() ?? null,
		...(row.ownReport ? { ownReport: true } : {}),
	};
}

/**
 * What the public may see of an approved row: hidden counts are null, with their class at most. Of a
 * total all is shown that it holds; where it would say "nobody" or "all" while counts wait below it,
 * or while nothing is published yet, it is hidden.
 */
export function toPublicFigures(row: CoverageRow): UnitFigures {
	const { base: households, publicAble, publicBase, waitingMeasures, publication } = row;
	const report = publication?.versions.at(-1);
	const classes = measures.map((): number | null => null);
	const able = measures.map((_, measure) => {
		const cell = report?.cells[measure] ?? 'waiting';
		if (report && cell === 'shown') return report.able[measure] ?? 0;
		const counted = publicAble[measure] ?? 0;
		const isWaiting = report !== undefined || (waitingMeasures & (1 << measure)) !== 0;
		const isEmpty = isWaiting && (counted === 0 || counted === publicBase[measure]);
		if (cell === 'waiting' && publicBase.length > 0 && !isEmpty) return counted;
		if (report && publication?.classed) classes[measure] = toldClass(publication, report, measure);
		return null;
	});
	return {
		...toInternalFigures(row),
		able,
		base: measures.map((_, measure) => {
			const own = report ? report.base[measure] : households[measure];
			const isOwn = able[measure] === null || report?.cells[measure] === 'shown';
			return (isOwn ? own : publicBase[measure]) ?? 0;
		}),
		...(able.includes(null) ? { hiddenClass: classes } : {}),
	};
}

function toldClass(of: Publication, { able, base, cells }: Version, measure: number) {
	const count = able[measure] ?? 0;
	const households = base[measure] ?? 0;
	// What waits for the sake of units below would tell of them by its class.
	const smallest = smallestRangeOf(of);
	const isOwn = cells[measure] !== 'waiting' || isTooSmall(count, households, smallest);
	const isTold = isOwn && classRange(count, households, smallest) !== null;
	return isTold ? classOf(count / households) : null;
}

type StatusRow = Pick<CoverageRow, 'reports' | 'reportsOnTime' | 'ownReport' | 'receivedAt'>;

/** How far reporting has come, from the provisional row; nothing received when there is none. */
export function toStatus(unitId: number, row: StatusRow | undefined): UnitStatus {
	return {
		unitId,
		reports: row?.reports ?? 0,
		reportsOnTime: row?.reportsOnTime ?? 0,
		ownReport: row?.ownReport ?? false,
		receivedAt: row?.receivedAt.toISOString() ?? null,
	};
}
