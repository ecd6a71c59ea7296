/** What coverage counts of one unit in one period on one basis. */
export interface CountedRow {
	able: number[];
	base: number[];
	reports: number;
	reportsOnTime: number;
	ownReport: boolean;
	/** Milliseconds since 1970. */
	receivedAt: number;
	approvedAt: number | null;
}

/** A unit with where it lies; `depth` counts from the top. */
export interface PlacedUnit {
	id: number;
	parentId: number | null;
	depth: number;
}

/**
 * The rows of reports with those of all units above them: a unit's own report replaces the sum of the
 * units below it; never both.
 */
export function sumUp(
	own: ReadonlyMap<number, CountedRow>,
	units: readonly PlacedUnit[],
): Map<number, CountedRow> {
	const rows = new Map(own);
	for (const { id, parentId } of [...units].sort((one, other) => other.depth - one.depth)) {
		const row = rows.get(id);
		if (!row || parentId === null || own.has(parentId)) continue;
		rows.set(parentId, added(rows.get(parentId), row));
	}
	return rows;
}

function added(sum: CountedRow | undefined, row: CountedRow): CountedRow {
	if (!sum) return { ...row, ownReport: false };
	const { approvedAt } = sum;
	return {
		able: sum.able.map((count, index) => count + (row.able[index] ?? 0)),
		base: sum.base.map((count, index) => count + (row.base[index] ?? 0)),
		reports: sum.reports + row.reports,
		reportsOnTime: sum.reportsOnTime + row.reportsOnTime,
		ownReport: false,
		receivedAt: Math.max(sum.receivedAt, row.receivedAt),
		approvedAt:
			row.approvedAt === null || approvedAt === null
				? (approvedAt ?? row.approvedAt)
				: Math.max(approvedAt, row.approvedAt),
	};
}
