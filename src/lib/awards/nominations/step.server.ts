import { eq, sql } from 'drizzle-orm';
import { writeAudit } from '../../accounts/audit/audit.server';
import type { Actor } from '../../contracts/accounts';
import type { NominationState } from '../../contracts/awards/nominations';
import { localDay } from '../../contracts/local-time';
import type { Database } from '../../server/db/client';
import { instant } from '../../server/db/instant';
import { awardEvidence, awardNomination } from '../../server/db/schema';
import { ExpectedError, InvalidError } from '../../server/errors';
import { parse } from '../../server/parse';
import { planSteps } from '../calendar/plan';
import type { Nominee, SeasonBase } from '../council/read-facts.server';
import type { NomineeRights } from '../council/rights';
import { readSeasonSettings } from '../season/read-settings.server';
import { checkDossier, missingParts } from './checklist';
import { keepNominationEvent, lockNomination } from './keep.server';
import { requireOtherHands } from './own-hands.server';
import { readDossierRule } from './rule.server';
import { Step } from './schemas';

const steps = {
	submit: { may: 'submits', state: 'submitted' },
	return: { may: 'returns', state: 'returned' },
	complete: { may: 'completes', state: 'completed' },
	list: { may: 'lists', state: 'listed' },
	withdraw: { may: 'withdraws', state: 'withdrawn' },
} as const satisfies Record<Step['step'], { may: keyof NomineeRights; state: NominationState }>;

const isCheck = (step: Step['step']) => step === 'return' || step === 'complete' || step === 'list';

interface Which {
	seasonId: number;
	nominationId: number;
}

/** The last day on which nominations of a season come in on time, by its calendar. */
export async function lastDayOf(
	database: Database,
	{ id, year }: { id: number; year: number },
): Promise<string> {
	const settings = await readSeasonSettings(database, id);
	const planned = planSteps(year, settings).find(({ step }) => step === 'nominations');
	if (!planned) throw new Error('The calendar has all steps.');
	return planned.on;
}

/**
 * Submits, returns, completes, lists or withdraws a nomination. What comes in after the season's day is
 * kept, and marked; a dossier is complete when it has every part that the season asks for.
 * @returns what it is now.
 * @throws InvalidError, also with the missing parts; NotFoundError, ForbiddenError, ConflictError
 */
export async function stepNomination(
	database: Database,
	actor: Actor,
	{ seasonId, nominationId }: Which,
	input: unknown,
	now: Date,
): Promise<NominationState> {
	const parsed = parse(Step, input);
	const { may, state } = steps[parsed.step];
	return database.transaction(async (transaction) => {
		const which = { seasonId, nominationId, may };
		const { base, nominee } = await lockNomination(transaction, actor, which);
		if (isCheck(parsed.step)) await requireOtherHands(transaction, actor, nominationId, now);
		if (parsed.step === 'complete') await requireComplete(transaction, base, nominee);
		const cameIn = parsed.step === 'submit' ? await arrival(transaction, base, now) : {};
		await transaction
			.update(awardNomination)
			.set({ state, ...cameIn })
			.where(eq(awardNomination.id, nominationId));
		const text = 'reason' in parsed ? parsed.reason : '';
		await keepNominationEvent(transaction, actor, { id: nominationId, state, text, now });
		await writeAudit(transaction, {
			...{ actor, action: `nomination.${parsed.step}`, subject: `nomination:${nominationId}` },
		});
		return state;
	});
}

/** When it first came in stays: one that was returned is as late or on time as it was. */
async function arrival(transaction: Database, { season }: SeasonBase, now: Date) {
	const late = localDay(now) > (await lastDayOf(transaction, season));
	const { submittedAt } = awardNomination;
	return {
		submittedAt: sql`coalesce(${submittedAt}, ${instant(now)})`,
		late: sql`case when ${submittedAt} is null then ${late} else ${awardNomination.late} end`,
	};
}

async function requireComplete(
	transaction: Database,
	{ season }: SeasonBase,
	{ id, kind }: Nominee,
): Promise<void> {
	const evidence = await transaction
		.select({ part: awardEvidence.part })
		.from(awardEvidence)
		.where(eq(awardEvidence.nominationId, id));
	const { parts } = await readDossierRule(transaction, season.id);
	const missing = missingParts(checkDossier(parts, kind, evidence));
	if (missing.length > 0)
		throw new InvalidError(
			missing.map((part) => ({ field: part, rule: 'missing', message: `${part} is missing` })),
		);
}

/**
 * Takes the same step with many, each by the check of one: what one may not be done with stays as it is.
 * @returns ids of those that were not taken.
 */
export async function stepMany(
	database: Database,
	actor: Actor,
	{ seasonId, nominationIds }: { seasonId: number; nominationIds: readonly number[] },
	input: unknown,
	now: Date,
): Promise<number[]> {
	const left: number[] = [];
	for (const nominationId of nominationIds)
		try {
			await stepNomination(database, actor, { seasonId, nominationId }, input, now);
		} catch (thrown) {
			if (!(thrown instanceof ExpectedError)) throw thrown;
			left.push(nominationId);
		}
	return left;
}
