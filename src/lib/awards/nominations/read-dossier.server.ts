import { asc, eq } from 'drizzle-orm';
import type { Actor } from '../../contracts/accounts';
import type { Unit } from '../../contracts/admin-units';
import type { NominationOrigin, NominationState } from '../../contracts/awards/nominations';
import type { PaperEvidence } from '../../contracts/awards/papers';
import type { CandidateKind } from '../../contracts/awards/candidates';
import { unitsByIds } from '../../admin-units/home.server';
import type { Database } from '../../server/db/client';
import { account, awardNomination, awardNominationEvent } from '../../server/db/schema';
import { NotFoundError } from '../../server/errors';
import {
	readNominees,
	readSeasonBase,
	type Nominee,
	type SeasonBase,
} from '../council/read-facts.server';
import { checkDossier, type CheckedPart } from './checklist';
import type { DossierFlag } from './flags';
import { readMemberRecord, type MemberRecord } from './member-record.server';
import { noteView } from './note-view.server';
import { readEvidence } from './read-evidence.server';
import { readFlags } from './records.server';
import { readDossierRule } from './rule.server';

export interface DossierContent {
	kind: CandidateKind;
	categoryName: string;
	merits: string;
	evidence: PaperEvidence[];
	checked: CheckedPart[];
	/** Of a person. */
	record: MemberRecord | null;
	flags: DossierFlag[];
	late: boolean;
	/** ISO instant. */
	submittedAt: string | null;
	/** Whether the person was taken out of it by rule. */
	erased: boolean;
}

export interface DossierView extends DossierContent {
	id: number;
	name: string;
	unit: Unit;
	nominatedBy: Unit;
	origin: NominationOrigin;
	state: NominationState;
	awarded: boolean | null;
	decisionNumber: string;
	/** Oldest first. */
	events: { state: NominationState; text: string; by: string; at: Date }[];
	open: Pick<
		Nominee['rights'],
		| 'edits'
		| 'submits'
		| 'attests'
		| 'seesAttestation'
		| 'withdraws'
		| 'returns'
		| 'completes'
		| 'lists'
	>;
}

/** What a dossier holds besides names, of a nominee that the caller may see. */
export async function readContent(
	database: Database,
	base: Pick<SeasonBase, 'season'>,
	nominee: Pick<Nominee, 'id' | 'kind' | 'categoryName' | 'late' | 'rosterId'>,
): Promise<DossierContent> {
	const { id, kind, categoryName, late, rosterId } = nominee;
	const [stored] = await database
		.select({
			...{ merits: awardNomination.merits, submittedAt: awardNomination.submittedAt },
			erasedAt: awardNomination.erasedAt,
		})
		.from(awardNomination)
		.where(eq(awardNomination.id, id));
	if (!stored) throw new NotFoundError(`There is no nomination ${id}.`);
	const evidence = (await readEvidence(database, [id])).get(id) ?? [];
	const { parts } = await readDossierRule(database, base.season.id);
	return {
		...{ kind, categoryName, late, evidence, merits: stored.merits },
		checked: checkDossier(parts, kind, evidence),
		record: rosterId === null ? null : await readMemberRecord(database, rosterId, base.season),
		flags: (await readFlags(database, base, [nominee])).get(id) ?? [],
		submittedAt: stored.submittedAt?.toISOString() ?? null,
		erased: stored.erasedAt !== null,
	};
}

/** A whole dossier, with names, for those who need it. @throws NotFoundError */
export async function readDossier(
	database: Database,
	actor: Actor,
	{ seasonId, nominationId }: { seasonId: number; nominationId: number },
): Promise<DossierView> {
	const base = await readSeasonBase(database, actor, seasonId);
	const [nominee] = await readNominees(database, actor, base, nominationId);
	if (!nominee?.rights.seesDossier)
		throw new NotFoundError(`There is no nomination ${nominationId}.`);
	const [stored] = await database
		.select()
		.from(awardNomination)
		.where(eq(awardNomination.id, nominationId));
	if (!stored) throw new NotFoundError(`There is no nomination ${nominationId}.`);
	const units = await unitsByIds(database, [stored.unitId, stored.nominatedByUnitId]);
	const unit = units.find(({ id }) => id === stored.unitId);
	const nominatedBy = units.find(({ id }) => id === stored.nominatedByUnitId);
	if (!unit || !nominatedBy) throw new Error('A unit is never removed.');
	await noteView(database, actor, nominationId, { where: 'dossier' });
	const { edits, submits, attests, seesAttestation, withdraws } = nominee.rights;
	const { returns, completes, lists } = nominee.rights;
	return {
		...(await readContent(database, base, nominee)),
		...{ id: nominationId, name: stored.candidateName, unit, nominatedBy },
		...{ origin: stored.origin, state: stored.state, awarded: stored.awarded },
		decisionNumber: stored.decisionNumber,
		events: await database
			.select({
				...{ state: awardNominationEvent.state, text: awardNominationEvent.text },
				...{ by: account.displayName, at: awardNominationEvent.at },
			})
			.from(awardNominationEvent)
			.innerJoin(account, eq(account.id, awardNominationEvent.byAccountId))
			.where(eq(awardNominationEvent.nominationId, nominationId))
			.orderBy(asc(awardNominationEvent.id)),
		open: {
			...{ edits, submits, attests, seesAttestation, withdraws },
			...{ returns, completes, lists },
		},
	};
}
