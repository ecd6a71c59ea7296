import type { ProblemSink } from './problem-sink';

/** One line of a lineage file, its codes resolved to units. */
export interface LineageRow {
	line: number;
	oldCode: string;
	oldUnitId: number;
	newUnitId: number;
	extent: 'full' | 'partial';
	share: number | null;
	source: string;
}

export type StoredLink = Omit<LineageRow, 'line' | 'oldCode'>;

export interface LineagePlan {
	added: LineageRow[];
	/** Links whose share was not declared before. */
	declared: LineageRow[];
	unchanged: number;
}

/** Declared shares may miss 1 by as much as three decimals leave. */
const tolerance = 0.001;

/** What has to be stored; pure. Problems are added to the list. */
export function planLineage(
	rows: readonly LineageRow[],
	stored: readonly StoredLink[],
	problems: ProblemSink,
): LineagePlan {
	const keyOf = (link: StoredLink) => `${link.oldUnitId} ${link.newUnitId}`;
	const storedLinks = new Map(stored.map((link) => [keyOf(link), link]));
	const lines = new Map<string, number>();
	const plan: LineagePlan = { added: [], declared: [], unchanged: 0 };
	for (const row of rows) {
		const key = keyOf(row);
		const place = `line ${row.line}`;
		const earlier = lines.get(key);
		lines.set(key, row.line);
		const link = storedLinks.get(key);
		if (earlier !== undefined)
			problems.add(place, 'duplicatePair', `says what line ${earlier} says already`);
		else if (!link) plan.added.push(row);
		else if (link.extent === row.extent && link.share === row.share) plan.unchanged += 1;
		else if (link.extent === row.extent && link.share === null) plan.declared.push(row);
		else
			problems.add(
				place,
				'overwrite',
				`differs from what is stored (${link.extent}, share ${link.share ?? 'not declared'}); nothing is overwritten`,
			);
	}
	checkOldUnits([...plan.declared, ...plan.added], rows, stored, problems);
	return plan;
}

/** Each old unit as a whole, with what is stored of it: one target if full, shares that add up to 1. */
function checkOldUnits(
	fresh: readonly LineageRow[],
	rows: readonly LineageRow[],
	stored: readonly StoredLink[],
	problems: ProblemSink,
): void {
	for (const oldUnitId of new Set(fresh.map((row) => row.oldUnitId))) {
		const own = rows.filter((row) => row.oldUnitId === oldUnitId);
		const inFile = new Set(own.map((row) => row.newUnitId));
		const before = stored.filter(
			(link) => link.oldUnitId === oldUnitId && !inFile.has(link.newUnitId),
		);
		const all: readonly StoredLink[] = [...own, ...before];
		const place = own.map((row) => `line ${row.line}`).join(', ');
		const code = own[0]?.oldCode ?? '';
		if (all.length > 1 && all.some((link) => link.extent === 'full'))
			problems.add(place, 'fullAndMore', `${code} goes over in full, but to ${all.length} units`);
		const declared = all.flatMap((link) => link.share ?? []);
		if (declared.length === 0) continue;
		const sum = declared.reduce((total, share) => total + share, 0);
		if (declared.length < all.length)
			problems.add(
				place,
				'shareMissing',
				`of the ${all.length} parts of ${code} only ${declared.length} declare a share; declare all or none`,
			);
		else if (Math.abs(sum - 1) > tolerance)
			problems.add(
				place,
				'shareSum',
				`the shares of ${code} add up to ${sum.toFixed(4)}, not to 1`,
			);
	}
}
