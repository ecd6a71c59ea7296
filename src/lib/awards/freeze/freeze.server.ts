import { randomInt } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { writeAudit } from '../../accounts/audit/audit.server';
import type { Actor } from '../../contracts/accounts';
import type { FrozenSeason } from '../../contracts/awards/freeze';
import { frozenDraws } from '../../contracts/awards/method';
import { canonicalJson, sha256 } from '../../contracts/text/canonical-json';
import { localDay } from '../../contracts/local-time';
import { readCriteriaOf, toIndexUnit } from '../../ranking/criteria/read-values.server';
import { computeFrozen } from '../../ranking/check/check-freeze.server';
import { codeVersion } from '../../server/code-version';
import type { Database } from '../../server/db/client';
import { awardFreeze, awardFreezeUnit } from '../../server/db/schema';
import { ConflictError, InvalidError } from '../../server/errors';
import { parse } from '../../server/parse';
import { readSamples } from '../back-checks/verified-shares.server';
import { freezeDay } from '../calendar/plan';
import { listPublishedCriteria } from '../criteria/read.server';
import { lockSeason, type Season } from '../season/keeper.server';
import { readCategories } from '../season/read.server';
import { readSeasonSettings } from '../season/read-settings.server';
import { FreezeInput } from './schemas';
import { dealNumbers, keyOf } from './units';

/**
 * Freezes a season: its approved figures, its criteria in force and the code's version under one hash, with
 * the scores and bands that follow. From one moment of the database, and once. When that is decides what
 * counts: before the calendar's day it needs a reason, which is published, and before the season begins
 * there is none.
 * @param input not yet parsed, see `FreezeInput`.
 * @returns the hash.
 * @throws NotFoundError, ForbiddenError; InvalidError for an early one without a reason; ConflictError when it
 * is frozen, nothing counts yet, or a category has no criteria in force; what `computeFrozen` throws.
 */
export async function freezeSeason(
	database: Database,
	actor: Actor,
	seasonId: number,
	now: Date,
	input: unknown = {},
): Promise<string> {
	const { reason } = parse(FreezeInput, input);
	return database.transaction(
		async (transaction) => {
			const season = await lockSeason(transaction, actor, seasonId, 'committee');
			const earlyReason = await earlyReasonOf(transaction, season, { reason, now });
			const { categories, units } = await gather(transaction, season, now);
			const content: FrozenSeason = {
				...{ format: 'nhip-so/award-freeze/1', code: codeVersion(), frozenAt: now.toISOString() },
				season: {
					...{ name: season.name, year: season.year },
					...{ countsFrom: season.countsFrom, countsUntil: season.countsUntil },
				},
				categories,
			};
			const text = canonicalJson(content);
			const result = canonicalJson(await computeFrozen(content));
			const frozen = { hash: sha256(text), resultHash: sha256(result) };
			await transaction.insert(awardFreeze).values({
				...{ ...frozen, seasonId, content: text, result, earlyReason },
				...{ frozenBy: actor.accountId, frozenAt: now },
			});
			await keepUnits(transaction, seasonId, units);
			await writeAudit(transaction, {
				...{ actor, action: 'season.freeze', subject: `season:${seasonId}` },
				details: { ...frozen, earlyReason },
			});
			return frozen.hash;
		},
		{ isolationLevel: 'repeatable read' },
	);
}

/** @throws InvalidError, ConflictError */
async function earlyReasonOf(
	database: Database,
	{ id, year, countsFrom }: Season,
	{ reason, now }: { reason: string; now: Date },
): Promise<string> {
	const today = localDay(now);
	if (today < countsFrom) throw new ConflictError('Nothing counts for the season yet.');
	if (today >= freezeDay(year, await readSeasonSettings(database, id))) return '';
	if (reason === '')
		throw new InvalidError([
			{ field: 'reason', rule: 'early', message: 'says why before the calendar’s day' },
		]);
	return reason;
}

/** The seed of all draws follows from what was dealt and read, so that nobody chooses it. */
const seedOf = (text: string): number => Number.parseInt(sha256(text).slice(0, 8), 16);

/** Of whom the file tells under which number, as its row. */
interface DealtHouseholds {
	category_id: number;
	key: string;
	unit_id: number;
	households: number | null;
}

/** All in one parameter: thousands of rows of several each take a quarter of a second to put into words. */
async function keepUnits(
	database: Database,
	seasonId: number,
	units: readonly DealtHouseholds[],
): Promise<void> {
	await database.execute(sql`insert into ${awardFreezeUnit} (season_id, category_id, key, unit_id, households)
		select ${seasonId}, unit.* from jsonb_to_recordset(${JSON.stringify(units)}::jsonb)
			as unit (category_id int, key text, unit_id int, households int)`);
}

async function gather(
	database: Database,
	season: { id: number; unitId: number; countsFrom: string; countsUntil: string },
	now: Date,
) {
	const settings = await readSeasonSettings(database, season.id);
	const confidence = settings.confidence / 100;
	const published = await listPublishedCriteria(database, season.id);
	const scored = (await readCategories(database, season.id)).flatMap((category) => {
		const { id, kind, name } = category;
		if (kind === 'individual') return [];
		const criteria = published.find(
			({ categoryId, state }) => categoryId === id && state === 'inForce',
		);
		if (!criteria) throw new ConflictError(`The category ${name} has no criteria in force.`);
		return [{ ...category, kind, criteria }];
	});
	const kinds = scored.map(({ kind }) => kind);
	const candidatesOf = await readCriteriaOf(database, kinds, {
		...{ scopeId: season.unitId, now, samples: await readSamples(database, season.id) },
		span: { from: season.countsFrom, until: season.countsUntil },
	});
	const categories: FrozenSeason['categories'] = [];
	const units: DealtHouseholds[] = [];
	for (const { id, kind, name, quota, criteria } of scored) {
		const candidates = candidatesOf.get(kind) ?? [];
		const dealt = dealNumbers(candidates.map(toIndexUnit), () => randomInt(2 ** 32) / 2 ** 32);
		const method = {
			criteria: criteria.criteria,
			completeness: settings.completenessMinimum / 100,
		};
		const seed = seedOf(canonicalJson({ method, units: dealt.units }));
		categories.push({
			...{ name, kind, criteriaVersion: criteria.version, criteriaHash: criteria.hash },
			input: {
				method,
				draws: { seed, draws: frozenDraws, top: quota, confidence },
				units: dealt.units,
			},
		});
		const householdsOf = new Map(candidates.map((one) => [one.unitId, one.households]));
		for (const { number, unitId } of dealt.dealt)
			units.push({
				...{ category_id: id, key: keyOf(id, number), unit_id: unitId },
				households: householdsOf.get(unitId) ?? null,
			});
	}
	return { categories, units };
}
