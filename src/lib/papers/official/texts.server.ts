import { desc, eq } from 'drizzle-orm';
import * as v from 'valibot';
import { writeAudit } from '../../accounts/audit/audit.server';
import type { Actor } from '../../contracts/accounts';
import type { Unit } from '../../contracts/admin-units';
import type { BegunTexts, OfficialTexts } from '../../contracts/papers';
import type { Database } from '../../server/db/client';
import { adminUnit, officialReport } from '../../server/db/schema';
import { locateReport } from './gather-report.server';
import { nextPeriodName, titleOf } from './narrative/title';
import type { Span } from './span';
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
	title: Text,
	nextPeriod: Line,
	legalBases: Text,
	situation: Text,
	outreachForms: Text,
	outreachContents: Text,
	coordination: Text,
	merits: Text,
	limits: Text,
	causes: Text,
	solutions: Text,
	proposals: Text,
	nextTasks: Text,
	recipients: Text,
	signature: Text,
	signatory: Line,
});

/** What a unit keeps from one report to the next; everything else is written anew for each. */
const kept = [
	'superiorBody',
	'issuingBody',
	'numberSuffix',
	'place',
	'addressee',
	'recipients',
	'signature',
	'signatory',
] as const;

/** What was written into a report, or what it begins with. */
export interface ReadTexts {
	texts: OfficialTexts;
	/** What the unit's report before this one rested on: offered, for it may have been overtaken. */
	lastBases: string;
}

/**
 * What was written into this report, else a beginning: who sends the unit's last one, and the texts that
 * the product begins. A title or next period that is left empty is named after the span.
 */
export async function readTexts(
	database: Database,
	unit: Unit,
	span: Span,
	begun: BegunTexts,
): Promise<ReadTexts> {
	const rows = await database
		.select()
		.from(officialReport)
		.where(eq(officialReport.unitId, unit.id))
		.orderBy(desc(officialReport.updatedAt));
	const own = rows.find((row) => row.span === span.code);
	const last = rows.find((row) => row.span !== span.code);
	const first = await firstTexts(database, unit);
	const sender = last ? Object.fromEntries(kept.map((name) => [name, last.texts[name]])) : {};
	const texts = own?.texts ?? { ...first, ...sender, ...begun };
	const nextPeriod = texts.nextPeriod || nextPeriodName(span);
	return {
		texts: { ...texts, nextPeriod, title: texts.title || titleOf(span, unit, nextPeriod) },
		lastBases: last?.texts.legalBases ?? '',
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
		title: '',
		nextPeriod: '',
		legalBases: '',
		situation: '',
		outreachForms: '',
		outreachContents: '',
		coordination: '',
		merits: '',
		limits: '',
		causes: '',
		solutions: '',
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
