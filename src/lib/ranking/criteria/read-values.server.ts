import { sql } from 'drizzle-orm';
import { readDerivedCounts } from '../../activities/read-derived-counts.server';
import type { CriterionCode } from '../../contracts/award-criteria';
import type { IndexUnit, Sample } from '../../contracts/award-index';
import { localDay } from '../../contracts/local-time';
import { readRequiredByPeriod } from '../../coverage/required.server';
import { elapsedMonths } from '../../indicators/targets/list.server';
import { countTargetsReached } from '../../indicators/targets/standings.server';
import { idList } from '../../server/db/among';
import { queryRows, type Database } from '../../server/db/client';
import { isValidOn } from '../../server/db/unit-tree';
import { readPunctuality } from '../punctuality.server';
import type { RankingUnit } from '../units.server';
import { levelOf, readCandidates, type RankedKind } from './candidates.server';
import { readReportedFigures } from './figures.server';
import { readSkillValues } from './skills.server';
import { countedSpan, type Span } from './span.server';

export interface CriteriaQuestion {
	/** Whose communes or villages. */
	scopeId: number;
	kind: RankedKind;
	/** While what is reported counts. */
	span: Span;
	now: Date;
	/** What was visited, by unit. */
	samples: ReadonlyMap<number, Sample>;
}

/** A unit that can be ranked, with a value for every criterion there is. */
export interface Candidate extends RankingUnit, Pick<IndexUnit, 'values' | 'sample'> {
	households: number | null;
}

/**
 * Step 2 of the OECD/JRC Handbook, the data: the value of every criterion for every unit of a category, from
 * approved figures alone. What nobody knows is null, never a guess.
 */
export async function readCriteria(
	database: Database,
	{ scopeId, kind, span, now, samples }: CriteriaQuestion,
): Promise<Candidate[]> {
	const counted = await countedSpan(database, scopeId, span, now);
	const today = localDay(now);
	const day = counted.last?.endsOn ?? (span.until < today ? span.until : today);
	const units = await readCandidates(database, scopeId, kind, day);
	const ids = units.map(({ unitId }) => unitId);
	const level = levelOf(kind);
	const { months } = counted;

	const skills = await readSkillValues(database, ids, counted);
	const year = Number(span.until.slice(0, 4));
	const elapsed = counted.last ? elapsedMonths(year, counted.last.code) : 0;
	const targets = await countTargetsReached(database, ids, { year, elapsed, day });
	const required = await readRequiredByPeriod(database, ids, months);
	const punctuality = await readPunctuality(database, {
		unitIds: ids,
		level,
		...{ months, required, basis: 'approved', now },
	});
	const own = await ownAndBelow(database, ids, level === 'commune' ? day : null);
	const all = [...new Set([...own.values()].flat())];
	const figures = await readReportedFigures(database, all, months);
	const held = await readDerivedCounts(database, all, {
		startsOn: span.from,
		endsOn: span.until,
	});

	return units.map((unit) => {
		const { unitId } = unit;
		const mine = own.get(unitId) ?? [unitId];
		const ofUnit = skills.get(unitId);
		const target = targets.get(unitId);
		const punctual = punctuality.get(unitId);
		const sample = samples.get(unitId) ?? null;
		const households = ofUnit?.households ?? null;
		const of = (id: number, periodId: number) => figures.get(`${id}:${periodId}`);

		const given: number[] = [];
		let [approved, corrected] = [0, 0];
		for (const { id } of months) {
			const asked = required.get(id)?.get(unitId)?.reportsRequired ?? 0;
			const below = mine.filter((one) => one !== unitId);
			const sum = below.reduce((total, one) => total + (of(one, id)?.given ?? 0), 0);
			if (asked > 0) given.push(of(unitId, id)?.given ?? Math.min(1, sum / asked));
			for (const one of mine) {
				approved += of(one, id)?.approved ?? 0;
				corrected += of(one, id)?.corrected ?? 0;
			}
		}
		const activities = mine.reduce((sum, one) => sum + (held.get(one)?.activities ?? 0), 0);
		const values: Record<CriterionCode, number | null> = {
			coverage: ofUnit?.coverage ?? null,
			gapClosed: ofUnit?.gapClosed ?? null,
			assisted: ofUnit?.assisted ?? null,
			targetsMet: target ? target.reached / target.set : null,
			punctuality: punctual && punctual.due > 0 ? punctual.onTime / punctual.due : null,
			completeness: given.length === 0 ? null : given.reduce((a, b) => a + b, 0) / given.length,
			corrections: approved === 0 ? null : Math.min(1, corrected / approved),
			teaching: households ? (activities * 100) / households : null,
			verified: sample && sample.confirmed / sample.checked,
		};
		return { ...unit, sample, households, values: asValues(values) };
	});
}

const asValues = (values: Record<CriterionCode, number | null>): IndexUnit['values'] =>
	(Object.entries(values) as [CriterionCode, number | null][]).map(([criterion, value]) => ({
		criterion,
		value,
	}));

/** Each unit with itself and, for a commune, its villages of a day: whose reports and activities are its own. */
async function ownAndBelow(
	database: Database,
	unitIds: readonly number[],
	day: string | null,
): Promise<Map<number, number[]>> {
	const own = new Map(unitIds.map((unitId) => [unitId, [unitId]]));
	if (day === null || unitIds.length === 0) return own;
	const rows = await queryRows<{ id: number; parentId: number }>(
		database,
		sql`select id, parent_id as "parentId" from admin_unit
			where level = 'village' and parent_id in ${idList(unitIds)}
				and ${isValidOn('admin_unit', day)}`,
	);
	for (const { id, parentId } of rows) own.get(parentId)?.push(id);
	return own;
}
