import { sql, type SQL } from 'drizzle-orm';
import { writeAudit } from '../../accounts/audit/audit.server';
import { mayActOn } from '../../accounts/access/may-act-on.server';
import type { Actor } from '../../contracts/accounts';
import type { UnitKind } from '../../contracts/admin-units';
import { among } from '../../server/db/among';
import { queryRows, type Database } from '../../server/db/client';
import { awardRecord } from '../../server/db/schema';
import { unitsBelow } from '../../server/db/unit-tree';
import { ForbiddenError, InvalidError } from '../../server/errors';
import { parse } from '../../server/parse';
import { readSeasonBase, type Nominee, type SeasonBase } from '../council/read-facts.server';
import { readSeasonSettings } from '../season/read-settings.server';
import { flagDossier, type DossierFlag, type RecordedFact } from './flags';
import { NewRecord } from './schemas';

/**
 * Writes down an earlier award, a disciplinary measure or a false report of a unit, team or person, with
 * its source: by the committee of a season above it.
 * @throws InvalidError, NotFoundError, ForbiddenError
 */
export async function addRecord(
	database: Database,
	actor: Actor,
	seasonId: number,
	input: unknown,
	now: Date,
): Promise<void> {
	const record = parse(NewRecord, input);
	await database.transaction(async (transaction) => {
		const { season, rights } = await readSeasonBase(transaction, actor, seasonId);
		const grants = [{ role: 'committee' as const, unitId: season.unitId }];
		if (!rights.committee) throw new ForbiddenError('Only the committee keeps that record.');
		if (!(await mayActOn(transaction, { ...actor, grants }, ['committee'], record.unitId)))
			throw new InvalidError([{ field: 'unitId', rule: 'choose', message: 'lies elsewhere' }]);
		const kept = await transaction
			.insert(awardRecord)
			.values({ ...record, recordedBy: actor.accountId, recordedAt: now })
			.onConflictDoNothing()
			.returning({ id: awardRecord.id });
		if (kept.length === 0)
			throw new InvalidError([{ field: 'title', rule: 'onRecord', message: 'is on record' }]);
		await writeAudit(transaction, {
			...{ actor, action: 'nomination.addRecord', subject: `record:${kept[0]?.id ?? 0}` },
			details: { kind: record.kind, unitId: record.unitId },
		});
	});
}

/** Facts that concern a candidate: its own, and of a person those of the same person's other rows. */
const concerns = (record: string): SQL => {
	const row = sql.identifier(record);
	return sql`(${row}.unit_id = nomination.unit_id and ${row}.team_id is not distinct from nomination.team_id
		and (${row}.member_id is not distinct from nomination.member_id
			or ${row}.member_id in (select one.id from team_member one, team_member own
				where own.id = nomination.member_id and own.account_id = one.account_id)))`;
};

/** What is on record against nominations, by nomination: shown with its source, decided by people. */
export async function readFlags(
	database: Database,
	{ season }: Pick<SeasonBase, 'season'>,
	nominees: readonly Pick<Nominee, 'id'>[],
): Promise<Map<number, DossierFlag[]>> {
	const { yearsSinceAward } = await readSeasonSettings(database, season.id);
	const ids = nominees.map(({ id }) => id);
	const rows = await queryRows<{ id: number; facts: RecordedFact[]; others: string[] }>(
		database,
		sql`select nomination.id,
				coalesce((select json_agg(fact order by fact."happenedOn", fact.title) from (
					select kind, happened_on::text as "happenedOn", title, achievement, source
					from award_record record where ${concerns('record')}
					union all
					select 'award', earlier.decided_on::text, category.name, earlier.merits, earlier.decision_number
					from award_nomination earlier
					join award_category category on category.id = earlier.category_id
					where earlier.awarded and category.season_id <> ${season.id} and ${concerns('earlier')}
				) fact), '[]') as facts,
				array(select category.name from award_nomination other
					join award_category category on category.id = other.category_id
					where category.season_id = ${season.id} and other.id <> nomination.id
						and other.state <> 'withdrawn' and ${concerns('other')}
					order by category.id) as others
			from award_nomination nomination where ${among(sql`nomination.id`, ids)}`,
	);
	const { countsFrom, countsUntil } = season;
	return new Map(
		rows.map(({ id, facts, others }) => [
			id,
			flagDossier(facts, { countsFrom, countsUntil, yearsSinceAward }, others),
		]),
	);
}

export interface ListedRecord extends RecordedFact, Record<string, unknown> {
	id: number;
	unitKind: UnitKind;
	unitName: string;
	/** Of the team or person; empty for a unit. */
	name: string;
}

/** The record of the units of a season, the newest first, for its committee. @throws NotFoundError, ForbiddenError */
export async function listRecords(
	database: Database,
	actor: Actor,
	seasonId: number,
): Promise<ListedRecord[]> {
	const { season, rights } = await readSeasonBase(database, actor, seasonId);
	if (!rights.committee) throw new ForbiddenError('Only the committee reads that record.');
	return queryRows<ListedRecord>(
		database,
		sql`select record.id, record.kind, record.happened_on::text as "happenedOn", record.title,
				record.achievement, record.source, unit.kind as "unitKind", unit.name as "unitName",
				coalesce(roster.full_name, team.name, '') as name
			from award_record record
			join admin_unit unit on unit.id = record.unit_id
			left join team on team.id = record.team_id
			left join team_member roster on roster.id = record.member_id
			where record.unit_id in (select id from ${unitsBelow(season.unitId)} below)
			order by record.happened_on desc, record.id desc limit 200`,
	);
}
