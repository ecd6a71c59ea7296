import { and, eq } from 'drizzle-orm';
import { writeAudit } from '../../accounts/audit/audit.server';
import type { Actor } from '../../contracts/accounts';
import { measures } from '../../contracts/coverage';
import type { EvidenceFigure } from '../../contracts/awards/nominations';
import type { Database } from '../../server/db/client';
import {
	activity,
	awardEvidence,
	practice,
	report,
	reportingPeriod,
	reportRevision,
	reportValue,
} from '../../server/db/schema';
import { ConflictError, InvalidError, NotFoundError } from '../../server/errors';
import { storeFile } from '../../server/files';
import { parse } from '../../server/parse';
import { keepNominationEvent, lockNomination } from './keep.server';
import { NewEvidence } from './schemas';

interface Which {
	seasonId: number;
	nominationId: number;
}
type Source = Omit<
	typeof awardEvidence.$inferInsert,
	'id' | 'nominationId' | 'part' | 'addedBy' | 'addedAt'
>;
export const mostEvidence = 60;

/**
 * Adds a piece of evidence to a dossier that its nominators may change. Figures are those of the
 * approved report, with the moment of its approval; nobody types one.
 * @throws InvalidError, NotFoundError, ConflictError
 */
export async function addEvidence(
	database: Database,
	actor: Actor,
	{ seasonId, nominationId }: Which,
	{ input, file, now }: { input: unknown; file: File | null; now: Date },
): Promise<void> {
	const parsed = parse(NewEvidence, input);
	await database.transaction(async (transaction) => {
		const { nominee } = await lockNomination(transaction, actor, {
			...{ seasonId, nominationId, may: 'edits' },
		});
		const evidence = await transaction
			.select({ id: awardEvidence.id })
			.from(awardEvidence)
			.where(eq(awardEvidence.nominationId, nominationId));
		if (evidence.length >= mostEvidence) throw new ConflictError('The dossier holds enough.');
		const source = await sourceOf(transaction, parsed, {
			...{ unitId: nominee.unitId, file, accountId: actor.accountId, now },
		});
		await transaction.insert(awardEvidence).values({
			...{ nominationId, part: parsed.part, ...source },
			...{ addedBy: actor.accountId, addedAt: now },
		});
		await writeAudit(transaction, {
			...{ actor, action: 'nomination.addEvidence', subject: `nomination:${nominationId}` },
			details: { part: parsed.part },
		});
	});
}

const refusal = (field: string, rule: string, message: string) =>
	new InvalidError([{ field, rule, message }]);

async function sourceOf(
	transaction: Database,
	given: NewEvidence,
	{
		unitId,
		file,
		accountId,
		now,
	}: { unitId: number; file: File | null; accountId: number; now: Date },
): Promise<Source> {
	if (given.part === 'approvedReport') return approvedReport(transaction, unitId, given.period);
	if (given.part === 'practice') {
		const [found] = await transaction
			.select()
			.from(practice)
			.where(and(eq(practice.id, given.practiceId), eq(practice.unitId, unitId)));
		if (found?.state !== 'published')
			throw refusal('practiceId', 'choose', 'is no published practice of the unit');
		return { title: found.title, practiceId: found.id, approvedAt: found.publishedAt };
	}
	if (given.part === 'activity') {
		const [found] = await transaction
			.select()
			.from(activity)
			.where(and(eq(activity.id, given.activityId), eq(activity.unitId, unitId)));
		if (!found || found.cancelledAt !== null)
			throw refusal('activityId', 'choose', 'is no activity of the unit');
		const counted = { attendance: found.attendance, households: found.households };
		return {
			...{ title: `${found.place}, ${found.heldOn}`, activityId: found.id },
			figures: figuresOf(counted),
		};
	}
	const kind = given.part === 'photo' ? ('photo' as const) : ('paper' as const);
	if (!file) throw refusal('file', 'fileEmpty', 'a file is missing');
	const stored = { field: 'file', kind, uploadedBy: accountId, uploadedAt: now };
	return { title: given.title, fileId: await storeFile(transaction, file, stored) };
}

const figuresOf = (counted: Record<string, number | null>): EvidenceFigure[] =>
	Object.entries(counted).flatMap(([name, value]) =>
		value === null ? [] : [{ name, value, qualifier: '=' as const }],
	);

/** The figures of a unit's approved report of a period. */
async function approvedReport(
	transaction: Database,
	unitId: number,
	period: string,
): Promise<Source> {
	const [found] = await transaction
		.select({ reportId: report.id, revision: reportRevision })
		.from(report)
		.innerJoin(reportingPeriod, eq(reportingPeriod.id, report.periodId))
		.innerJoin(
			reportRevision,
			and(
				eq(reportRevision.reportId, report.id),
				eq(reportRevision.revision, report.approvedRevision),
			),
		)
		.where(and(eq(report.unitId, unitId), eq(reportingPeriod.code, period)));
	if (!found) throw refusal('period', 'notApproved', 'the unit has no approved report of it');
	const { reportId, revision } = found;
	const values = await transaction
		.select()
		.from(reportValue)
		.where(and(eq(reportValue.reportId, reportId), eq(reportValue.revision, revision.revision)))
		.orderBy(reportValue.indicatorCode);
	const counted = ['households' as const, ...measures].map(
		(name) => [name, revision[name]] as const,
	);
	return {
		...{ title: period, reportId, revision: revision.revision, approvedAt: revision.decidedAt },
		figures: [
			...figuresOf(Object.fromEntries(counted)),
			...values.flatMap(({ indicatorCode, value, qualifier }) =>
				value === null ? [] : [{ name: indicatorCode, value, qualifier }],
			),
		],
	};
}

/** Takes a piece out again. @throws NotFoundError, ConflictError */
export async function removeEvidence(
	database: Database,
	actor: Actor,
	{ seasonId, nominationId }: Which,
	evidenceId: number,
	now: Date,
): Promise<void> {
	await database.transaction(async (transaction) => {
		const { nominee } = await lockNomination(transaction, actor, {
			...{ seasonId, nominationId, may: 'edits' },
		});
		const [removed] = await transaction
			.delete(awardEvidence)
			.where(and(eq(awardEvidence.id, evidenceId), eq(awardEvidence.nominationId, nominationId)))
			.returning({ part: awardEvidence.part, title: awardEvidence.title });
		if (!removed) throw new NotFoundError(`The dossier holds no evidence ${evidenceId}.`);
		await keepNominationEvent(transaction, actor, {
			...{ id: nominationId, state: nominee.state, text: removed.title, now },
		});
		await writeAudit(transaction, {
			...{ actor, action: 'nomination.removeEvidence', subject: `nomination:${nominationId}` },
			details: { part: removed.part },
		});
	});
}
