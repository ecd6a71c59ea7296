import { sql } from 'drizzle-orm';
import type { Actor } from '../contracts/accounts';
import type { UnitKind } from '../contracts/admin-units';
import { idList } from '../server/db/among';
import { queryRows, type Database } from '../server/db/client';
import { isoInstant } from '../server/db/instant';
import { firstAndNewest } from './standing.server';

export interface DueInquiry extends Record<string, unknown> {
	inquiryId: number;
	title: string;
	/** ISO instant before which an answer is on time. */
	dueAt: string;
	unitId: number;
	unitKind: UnitKind;
	unitName: string;
	askerKind: UnitKind;
	askerName: string;
	/** Something is written that was not handed in. */
	hasDraft: boolean;
	/** It was answered, and its questions were corrected since. */
	isOutdated: boolean;
}

/**
 * What the units that the actor's roles name themselves have still to answer, the nearest deadline
 * first: nothing has come, or the questions were corrected since.
 */
export function readDueInquiries(
	database: Database,
	actor: Actor,
	{ limit }: { limit: number },
): Promise<DueInquiry[]> {
	const own = actor.grants
		.filter(({ role }) => role === 'reporter' || role === 'approver' || role === 'administrator')
		.map(({ unitId }) => unitId);
	if (own.length === 0) return Promise.resolve([]);
	return queryRows<DueInquiry>(
		database,
		sql`select inquiry.id as "inquiryId", inquiry.title, ${isoInstant(sql`inquiry.due_at`)} as "dueAt",
				unit.id as "unitId", unit.kind as "unitKind", unit.name as "unitName",
				asker.kind as "askerKind", asker.name as "askerName",
				asked.draft is not null as "hasDraft", newest.version is not null as "isOutdated"
			from inquiry_recipient asked
			join inquiry on inquiry.id = asked.inquiry_id and inquiry.state = 'sent' ${firstAndNewest}
			join admin_unit unit on unit.id = asked.unit_id
			join admin_unit asker on asker.id = inquiry.unit_id
			where asked.unit_id in ${idList(own)} and (newest.version is null or newest.version < (
				select max(version) from inquiry_version asked_version
				where asked_version.inquiry_id = inquiry.id and asked_version.issued_at is not null
			))
			order by inquiry.due_at, inquiry.id, unit.code
			limit ${limit}`,
	);
}
