import { eq } from 'drizzle-orm';
import type { Actor } from '../../contracts/accounts';
import type { NominationState } from '../../contracts/awards/nominations';
import type { CandidateKind } from '../../contracts/awards/candidates';
import type { Unit } from '../../contracts/admin-units';
import { unitsByIds } from '../../admin-units/home.server';
import type { Database } from '../../server/db/client';
import { awardCategory } from '../../server/db/schema';
import { readNominees, readSeasonBase, type Nominee } from '../council/read-facts.server';
import { checkDossier, missingParts } from './checklist';
import { noteNames } from './note-view.server';
import { readEvidence } from './read-evidence.server';
import { readFlags } from './records.server';
import { readDossierRule } from './rule.server';
import { lastDayOf } from './step.server';

export interface ListedNomination {
	id: number;
	categoryId: number;
	kind: CandidateKind;
	name: string;
	candidate: { unitId: number; teamId: number | null; memberId: number | null };
	unit: Unit | null;
	state: NominationState;
	late: boolean;
	missing: ReturnType<typeof missingParts>;
	flags: number;
	open: Pick<Nominee['rights'], 'returns' | 'completes' | 'lists' | 'decides'>;
}

export interface NominationList {
	season: { id: number; name: string };
	categories: { id: number; name: string; kind: CandidateKind }[];
	/** Those of which the account sees the dossier, in the order of being put forward. */
	nominations: ListedNomination[];
	/** Local day: what comes in after it is late. */
	lastDay: string;
	mayPutForward: boolean;
	mayDecide: boolean;
	committee: boolean;
	setsDossier: boolean;
}

/** The nominations of a season that an account sees. @throws NotFoundError */
export async function listNominations(
	database: Database,
	actor: Actor,
	seasonId: number,
): Promise<NominationList> {
	const base = await readSeasonBase(database, actor, seasonId);
	const { season, rights } = base;
	const all = await readNominees(database, actor, base);
	const seen = all.filter((nominee) => nominee.rights.seesDossier);
	if (seen.some(({ kind }) => kind === 'individual'))
		await noteNames(database, actor, `season:${seasonId}`, 'list');
	const ids = seen.map(({ id }) => id);
	const evidence = await readEvidence(database, ids);
	const flags = await readFlags(database, base, seen);
	const { parts } = await readDossierRule(database, seasonId);
	const units = await unitsByIds(
		database,
		seen.map(({ unitId }) => unitId),
	);
	return {
		season: { id: season.id, name: season.name },
		categories: await database
			.select({ id: awardCategory.id, name: awardCategory.name, kind: awardCategory.kind })
			.from(awardCategory)
			.where(eq(awardCategory.seasonId, seasonId))
			.orderBy(awardCategory.id),
		nominations: seen.map((nominee) => ({
			...{ id: nominee.id, categoryId: nominee.categoryId, kind: nominee.kind },
			...{ name: nominee.candidateName, state: nominee.state, late: nominee.late },
			candidate: {
				...{ unitId: nominee.unitId, teamId: nominee.teamId, memberId: nominee.rosterId },
			},
			unit: units.find(({ id }) => id === nominee.unitId) ?? null,
			missing: missingParts(checkDossier(parts, nominee.kind, evidence.get(nominee.id) ?? [])),
			flags: flags.get(nominee.id)?.length ?? 0,
			open: openSteps(nominee),
		})),
		lastDay: await lastDayOf(database, season),
		mayPutForward: rights.putsForward,
		mayDecide: seen.some((nominee) => nominee.rights.decides),
		...{ committee: rights.committee, setsDossier: rights.setsDossier },
	};
}

const openSteps = ({ rights: { returns, completes, lists, decides } }: Nominee) => ({
	...{ returns, completes, lists, decides },
});
