import { asc, eq, sql } from 'drizzle-orm';
import type { Actor } from '../contracts/accounts';
import type { Unit, UnitKind } from '../contracts/admin-units';
import type {
	AnswerStanding,
	Audience,
	InquiryChange,
	InquiryState,
	Question,
} from '../contracts/inquiries';
import type { PageRequest } from '../contracts/pages';
import { queryRows, type Database } from '../server/db/client';
import { isoInstant } from '../server/db/instant';
import { onePage } from '../server/db/page';
import { account, inquiryHistory } from '../server/db/schema';
import { actingRoles, actsFor, readVersions } from './keeper.server';
import { findInquiry, seeInquiry, speaksFor } from './sight.server';
import { answerStanding, firstAndNewest } from './standing.server';

export interface AskedLine extends Record<string, unknown> {
	unitId: number;
	unitKind: UnitKind;
	unitName: string;
	parentName: string;
	standing: AnswerStanding;
	/** ISO instants; null before there is an answer. */
	firstAt: string | null;
	newestAt: string | null;
	revision: number;
	/** Its questions were corrected since. */
	isOutdated: boolean;
	mayAnswer: boolean;
}

export interface InquiryView {
	id: number;
	unit: Unit;
	title: string;
	reason: string;
	basis: string;
	dueAt: Date;
	state: InquiryState;
	audience: Audience;
	/** As they are asked; of a draft as they are written. */
	version: number;
	questions: Question[];
	/** Null when none is being written. */
	correction: { version: number; questions: Question[] } | null;
	history: {
		change: InquiryChange;
		reason: string;
		dueBefore: Date | null;
		by: string;
		at: Date;
	}[];
	isAskers: boolean;
	/** Whether the actor sees what was answered, and not only that it was. */
	seesAnswers: boolean;
	/** Whether the actor asks in the unit's name. */
	mayChange: boolean;
}

/**
 * An inquiry as its asker or those it was sent to see it.
 * @throws NotFoundError when there is none that the actor may see.
 */
export async function readInquiry(
	database: Database,
	actor: Actor,
	id: number,
): Promise<InquiryView> {
	const { inquiry, unit, isAskers } = await seeInquiry(database, actor, id);
	const versions = await readVersions(database, id);
	const written = versions.find(({ issuedAt }) => issuedAt === null);
	const asked = versions.find(({ issuedAt }) => issuedAt !== null) ?? written;
	if (!asked) throw new Error(`Inquiry ${id} has no questions.`);
	const mayChange = isAskers && (await actsFor(database, actor, unit.id));
	const { title, reason, basis, dueAt, state, audience } = inquiry;
	return {
		...{ id, unit, title, reason, basis, dueAt, state, audience },
		...{ version: asked.version, questions: asked.questions },
		correction: mayChange && written && written !== asked ? written : null,
		history: await database
			.select({
				change: inquiryHistory.change,
				reason: inquiryHistory.reason,
				dueBefore: inquiryHistory.dueBefore,
				by: account.displayName,
				at: inquiryHistory.at,
			})
			.from(inquiryHistory)
			.innerJoin(account, eq(account.id, inquiryHistory.byAccountId))
			.where(eq(inquiryHistory.inquiryId, id))
			.orderBy(asc(inquiryHistory.id)),
		...{ isAskers, mayChange },
		seesAnswers: (await findInquiry(database, actor, id, actingRoles)) !== undefined,
	};
}

export interface AskedPage {
	lines: AskedLine[];
	/** Of what was selected. */
	total: number;
	/** Of all that the actor sees. */
	counts: Record<AnswerStanding, number> & { asked: number };
}

/**
 * Who was asked, who has answered, who is late and who is missing, those that are missing first.
 * @throws NotFoundError when there is no inquiry that the actor may see.
 */
export async function readAsked(
	database: Database,
	actor: Actor,
	id: number,
	{ standing, now, ...page }: PageRequest & { standing: AnswerStanding | null; now: Date },
): Promise<AskedPage> {
	const { sees } = await seeInquiry(database, actor, id);
	const lines = sql`(
		select asked.unit_id, ${answerStanding(now)} as standing, first.submitted_at as first_at,
			newest.submitted_at as newest_at, coalesce(newest.revision, 0) as revision,
			newest.version < (
				select max(version) from inquiry_version asked_version
				where asked_version.inquiry_id = asked.inquiry_id and asked_version.issued_at is not null
			) is true as is_outdated,
			${speaksFor(actor)} as may_answer
		from inquiry_recipient asked
		join inquiry on inquiry.id = asked.inquiry_id ${firstAndNewest}
		where asked.inquiry_id = ${id} and ${sees}
	)`;
	const counted = await queryRows<{ standing: AnswerStanding; count: number }>(
		database,
		sql`select standing, count(*)::int as count from ${lines} line group by standing`,
	);
	const countOf = (each: AnswerStanding) =>
		counted.find((row) => row.standing === each)?.count ?? 0;
	const counts = {
		...{ onTime: countOf('onTime'), late: countOf('late') },
		...{ pending: countOf('pending'), missing: countOf('missing') },
	};
	const asked = counts.onTime + counts.late + counts.pending + counts.missing;
	return {
		lines: await queryRows<AskedLine>(
			database,
			sql`select unit.id as "unitId", unit.kind as "unitKind", unit.name as "unitName",
					coalesce(parent.name, '') as "parentName", line.standing,
					${isoInstant(sql`line.first_at`)} as "firstAt",
					${isoInstant(sql`line.newest_at`)} as "newestAt", line.revision,
					line.is_outdated as "isOutdated", line.may_answer as "mayAnswer"
				from ${lines} line join admin_unit unit on unit.id = line.unit_id
				left join admin_unit parent on parent.id = unit.parent_id and parent.level <> 'country'
				${standing === null ? sql`` : sql`where line.standing = ${standing}`}
				order by array_position(array['missing', 'pending', 'late', 'onTime'], line.standing), unit.code
				${onePage(page)}`,
		),
		total: standing === null ? asked : counts[standing],
		counts: { ...counts, asked },
	};
}
