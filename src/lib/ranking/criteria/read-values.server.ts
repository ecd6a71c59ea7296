import { sql } from 'drizzle-orm';
import { readDerivedCounts } from '../../activities/read-derived-counts.server';
import type { CriterionCode } from '../../contracts/awards/criteria';
import type { FoundSamples, IndexUnit } from '../../contracts/awards/composite-index';
import { localDay } from '../../contracts/local-time';
import { readRequiredByPeriod } from '../../coverage/required.server';
import { elapsedMonths } from '../../indicators/targets/list.server';
import { countTargetsReached } from '../../indicators/targets/standings.server';
import { idList } from '../../server/db/among';
import { queryRows, type Database } from '../../server/db/client';
import { isValidOn } from '../../server/db/unit-tree';
import { readPunctuality } from '../punctuality.server';
import type { RankingLevel, RankingUnit } from '../units.server';
import { levelOf, readCandidates, type RankedKind } from './candidates.server';
import { readReportedFigures, type FiguresByMonth, type ReportedFigures } from './figures.server';
import { perHundred, sampleInSteps } from './in-steps';
import { readSkillValues } from './skills.server';
import { countedSpan, type CountedMonths, type Span } from './span.server';

export interface CriteriaQuestion {
	/** Whose communes or villages. */
	scopeId: number;
	kind: RankedKind;
	/** While what is reported counts. */
	span: Span;
	now: Date;
	/** What was looked into, by unit, as it was found: values go in steps (`sampleInSteps`). */
	samples: ReadonlyMap<number, FoundSamples>;
}

/** A unit that can be ranked, with a value for every criterion there is. */
export interface Candidate extends RankingUnit, Omit<IndexUnit, 'unitId'> {
	households: number | null;
}

/** As it enters an index, without its name. */
export const toIndexUnit = ({ unitId, values, sample, sessions }: IndexUnit): IndexUnit => ({
	...{ unitId, values, sample },
	...(sessions && { sessions }),
});

/**
 * Step 2 of the OECD/JRC Handbook, the data: the value of every criterion for every unit of a category, from
 * approved figures alone. What nobody knows is null, never a guess.
 */
export async function readCriteria(
	database: Database,
	{ kind, ...question }: CriteriaQuestion,
): Promise<Candidate[]> {
	return (await readCriteriaOf(database, [kind], question)).get(kind) ?? [];
}

/** As `readCriteria`, of several kinds: what a commune and its villages are made of is read once for all. */
export async function readCriteriaOf(
	database: Database,
	kinds: readonly RankedKind[],
	question: Omit<CriteriaQuestion, 'kind'>,
): Promise<Map<RankedKind, Candidate[]>> {
	const { scopeId, span, now } = question;
	const counted = await countedSpan(database, scopeId, span, now);
	const today = localDay(now);
	const day = counted.last?.endsOn ?? (span.until < today ? span.until : today);
	const unitsOf = new Map<RankedKind, RankingUnit[]>();
	for (const kind of new Set(kinds))
		unitsOf.set(kind, await readCandidates(database, scopeId, kind, day));
	const idsAt = (level: RankingLevel) => [
		...new Set(
			[...unitsOf].flatMap(([kind, units]) =>
				levelOf(kind) === level ? units.map(({ unitId }) => unitId) : [],
			),
		),
	];
	const ids = { commune: idsAt('commune'), village: idsAt('village') };
	const below = await readVillagesOf(database, ids.commune, day);
	const all = [...new Set([...ids.commune, ...[...below.values()].flat(), ...ids.village])];
	const { from: startsOn, until: endsOn } = span;
	const read: ReadFacts = {
		...{ counted, day, below },
		figures: await readReportedFigures(database, all, counted.months),
		activitiesOf: await readDerivedCounts(database, all, { startsOn, endsOn }),
	};
	const valuesAt = {
		commune: await valuesOf(database, question, read, 'commune', ids.commune),
		village: await valuesOf(database, question, read, 'village', ids.village),
	};
	return new Map(
		[...unitsOf].map(([kind, units]) => [
			kind,
			units.flatMap((unit) => {
				const values = valuesAt[levelOf(kind)].get(unit.unitId);
				return values ? [{ ...unit, ...values }] : [];
			}),
		]),
	);
}

/** What is read of units of all levels at once. */
interface ReadFacts {
	counted: CountedMonths;
	/** Local day on which units stand. */
	day: string;
	/** Of each commune the villages whose reports and activities are its own. */
	below: ReadonlyMap<number, readonly number[]>;
	figures: FiguresByMonth;
	activitiesOf: ReadonlyMap<number, { activities: number }>;
}

async function valuesOf(
	database: Database,
	{ span, now, samples }: Pick<CriteriaQuestion, 'span' | 'now' | 'samples'>,
	{ counted, day, below, figures, activitiesOf }: ReadFacts,
	level: RankingLevel,
	ids: readonly number[],
): Promise<Map<number, Pick<Candidate, 'values' | 'sample' | 'sessions' | 'households'>>> {
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
	return new Map(
		ids.map((unitId) => {
			const villages = below.get(unitId) ?? [];
			const ofUnit = skills.get(unitId);
			const target = targets.get(unitId);
			const punctual = punctuality.get(unitId);
			const visited = samples.get(unitId);
			const sample = visited?.households ? sampleInSteps(visited.households) : null;
			const held = visited?.sessions ? sampleInSteps(visited.sessions) : null;
			const households = ofUnit?.households ?? null;
			const asked = months.map(({ id }) => ({
				reports: required.get(id)?.get(unitId)?.reportsRequired ?? 0,
				figures: figures.get(id),
			}));
			const activities = [unitId, ...villages].reduce(
				(sum, one) => sum + (activitiesOf.get(one)?.activities ?? 0),
				0,
			);
			const logged = households ? perHundred(activities, households) : null;
			const sessions = held && logged !== null ? { ...held, logged } : undefined;
			const values: Record<CriterionCode, number | null> = {
				coverage: ofUnit?.coverage ?? null,
				gapClosed: ofUnit?.gapClosed ?? null,
				assisted: ofUnit?.assisted ?? null,
				targetsMet: target ? target.reached / target.set : null,
				punctuality: punctual && punctual.due > 0 ? punctual.onTime / punctual.due : null,
				...qualityOf(unitId, villages, asked),
				teaching: logged === null ? null : logged * (held ? held.confirmed / held.checked : 1),
				verified: sample && sample.confirmed / sample.checked,
			};
			return [
				unitId,
				{ values: asValues(values), sample, ...(sessions && { sessions }), households },
			];
		}),
	);
}

/** How complete a unit's months are, by its own reports or else its villages', and how much was corrected. */
function qualityOf(
	unitId: number,
	villages: readonly number[],
	months: readonly {
		/** Asked of the unit and its villages. */
		reports: number;
		figures: ReadonlyMap<number, ReportedFigures> | undefined;
	}[],
): Pick<Record<CriterionCode, number | null>, 'completeness' | 'corrections'> {
	const given: number[] = [];
	let [approved, corrected] = [0, 0];
	for (const { reports, figures } of months) {
		const own = figures?.get(unitId);
		approved += own?.approved ?? 0;
		corrected += own?.corrected ?? 0;
		let sum = 0;
		for (const village of villages) {
			const found = figures?.get(village);
			sum += found?.given ?? 0;
			approved += found?.approved ?? 0;
			corrected += found?.corrected ?? 0;
		}
		if (reports > 0) given.push(own?.given ?? Math.min(1, sum / reports));
	}
	return {
		completeness: given.length === 0 ? null : given.reduce((a, b) => a + b, 0) / given.length,
		corrections: approved === 0 ? null : Math.min(1, corrected / approved),
	};
}

const asValues = (values: Record<CriterionCode, number | null>): IndexUnit['values'] =>
	(Object.entries(values) as [CriterionCode, number | null][]).map(([criterion, value]) => ({
		criterion,
		value,
	}));

/** Of each commune its villages of a day. */
async function readVillagesOf(
	database: Database,
	communeIds: readonly number[],
	day: string,
): Promise<Map<number, number[]>> {
	const villages = new Map<number, number[]>(communeIds.map((id) => [id, []]));
	if (communeIds.length === 0) return villages;
	const rows = await queryRows<{ id: number; parentId: number }>(
		database,
		sql`select id, parent_id as "parentId" from admin_unit
			where level = 'village' and parent_id in ${idList(communeIds)}
				and ${isValidOn('admin_unit', day)}
			order by id`,
	);
	for (const { id, parentId } of rows) villages.get(parentId)?.push(id);
	return villages;
}
