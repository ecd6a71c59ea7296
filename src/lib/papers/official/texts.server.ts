import { desc, eq } from 'drizzle-orm';
import * as v from 'valibot';
import { writeAudit } from '../../accounts/audit.server';
import type { Actor } from '../../contracts/accounts';
import type { Unit } from '../../contracts/admin-units';
import type { OfficialTexts } from '../../contracts/papers';
import type { Database } from '../../server/db/client';
import { adminUnit, officialReport } from '../../server/db/schema';
import { locateReport } from './gather-report.server';
import { readRaised } from './read-raised.server';
import type { Span } from './span';
import { ticketTexts } from './ticket-texts';
import { unitTitle } from './wording';

export const longestLine = 200;
export const longestText = 8000;

const Line = v.pipe(v.optional(v.string(), ''), v.trim(), v.maxLength(longestLine, 'tooLong'));
const Needed = v.pipe(Line, v.minLength(1, 'required'));
const Text = v.pipe(
	v.optional(v.string(), ''),
	v.transform((text) => text.replace(/\r\n?/g, '\n').trim()),
	v.maxLength(longestText, 'tooLong'),
);

/** What a clerk writes into an official report. */
export const OfficialTextsInput = v.object({
	superiorBody: Line,
	issuingBody: Needed,
	numberSuffix: Needed,
	place: Needed,
	addressee: Line,
	legalBases: Text,
	situation: Text,
	difficulties: Text,
	proposals: Text,
	nextTasks: Text,
	recipients: Text,
	signature: Text,
	signatory: Line,
});

/** Parts that a unit writes anew for each report; the others it keeps from one to the next. */
const ownOfEach = ['situation', 'difficulties', 'proposals', 'nextTasks'] as const;

/**
 * What was written into this report, else what the unit's last one leaves over, else a first guess;
 * until a clerk writes, difficulties and proposals are what was raised within the span.
 */
export async function readTexts(
	database: Database,
	unit: Unit,
	span: Pick<Span, 'code' | 'startsOn' | 'endsOn'>,
): Promise<OfficialTexts> {
	const rows = await database
		.select()
		.from(officialReport)
		.where(eq(officialReport.unitId, unit.id))
		.orderBy(desc(officialReport.updatedAt));
	const own = rows.find((row) => row.span === span.code);
	if (own) return own.texts;
	const kept = rows[0]?.texts ?? (await firstTexts(database, unit));
	return {
		...kept,
		...Object.fromEntries(ownOfEach.map((name) => [name, ''])),
		...(await readRaisedTexts(database, unit.id, span)),
	};
}

/** What units raised within a span, worded for a report. */
export async function readRaisedTexts(
	database: Database,
	unitId: number,
	span: Pick<Span, 'startsOn' | 'endsOn'>,
): Promise<Pick<OfficialTexts, 'difficulties' | 'proposals'>> {
	const raised = await readRaised(database, unitId, span);
	return {
		difficulties: ticketTexts(raised, 'difficulty'),
		proposals: ticketTexts(raised, 'proposal'),
	};
}

async function firstTexts(database: Database, unit: Unit): Promise<OfficialTexts> {
	const parentId = unit.parentId ?? 0;
	const [parent] = await database.select().from(adminUnit).where(eq(adminUnit.id, parentId));
	const body = (one: Pick<Unit, 'kind' | 'name'>) => `Ủy ban nhân dân ${unitTitle(one)}`;
	const hasBodyAbove = parent !== undefined && parent.level !== 'country';
	return {
		superiorBody: hasBodyAbove ? `UBND ${unitTitle(parent)}` : '',
		issuingBody: body(unit),
		numberSuffix: 'BC-UBND',
		place: unit.name,
		addressee: hasBodyAbove ? body(parent) : '',
		legalBases: '',
		situation: '',
		difficulties: '',
		proposals: '',
		nextTasks: '',
		recipients: hasBodyAbove ? 'Như trên\nLưu: VT' : 'Lưu: VT',
		signature: 'TM. Ủy ban nhân dân\nChủ tịch',
		signatory: '',
	};
}

/** Field → `tooLong` or `required`. */
export type TextFaults = Partial<Record<keyof OfficialTexts, 'tooLong' | 'required'>>;

/**
 * Keeps what a clerk wrote, for this report and as a beginning for the next.
 * @throws NotFoundError, ForbiddenError
 */
export async function saveTexts(
	database: Database,
	actor: Actor,
	wanted: { unit: string; span: string },
	given: unknown,
	now: Date,
): Promise<{ texts: OfficialTexts } | { faults: TextFaults }> {
	const parsed = v.safeParse(OfficialTextsInput, given);
	if (!parsed.success)
		return {
			faults: Object.fromEntries(
				parsed.issues.map((issue) => [v.getDotPath(issue) ?? '', issue.message]),
			),
		};
	return database.transaction(async (transaction) => {
		const { unit, span } = await locateReport(transaction, actor, wanted);
		const row = { texts: parsed.output, updatedBy: actor.accountId, updatedAt: now };
		await transaction
			.insert(officialReport)
			.values({ unitId: unit.id, span: span.code, ...row })
			.onConflictDoUpdate({ target: [officialReport.unitId, officialReport.span], set: row });
		await writeAudit(transaction, {
			actor,
			action: 'officialReport.save',
			subject: `${unit.code}@${span.code}`,
		});
		return { texts: parsed.output };
	});
}
