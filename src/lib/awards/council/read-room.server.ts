import { sql } from 'drizzle-orm';
import { unitsByIds } from '../../admin-units/home.server';
import type { Actor } from '../../contracts/accounts';
import type { Unit } from '../../contracts/admin-units';
import type { CouncilPhase, CouncilSeat, RubricLine } from '../../contracts/awards/council';
import type { CandidateKind } from '../../contracts/awards/candidates';
import { queryRows, type Database } from '../../server/db/client';
import { among } from '../../server/db/among';
import { ForbiddenError } from '../../server/errors';
import { readSeasonSettings } from '../season/read-settings.server';
import { noteNames } from '../nominations/note-view.server';
import { isFrozen } from '../freeze/read.server';
import type { Conflict } from './derive-conflicts';
import { labelNominees, namePersons, type NomineeLabel } from './label.server';
import { readNominees, readSeasonBase, type Nominee, type SeasonBase } from './read-facts.server';
import { phaseAfter } from './run.server';

export interface RoomConflict extends Conflict {
	memberId: number;
	/** Through which unit, where it isn't the nominee's own. */
	through: Pick<Unit, 'kind' | 'name'> | null;
	dismissed: boolean;
	/** Whether the actor may dismiss it. */
	mayDismiss: boolean;
}

export interface RoomNominee extends NomineeLabel {
	recused: boolean;
	seesReview: boolean;
	/** Whether the actor has scored it. */
	scored: boolean;
	declares: boolean;
	/** Only those that the actor may know of. */
	conflicts: RoomConflict[];
}

export interface CouncilRoom {
	season: { id: number; name: string };
	council: {
		decisionNumber: string;
		decidedOn: string;
		phase: CouncilPhase;
		next: CouncilPhase | null;
		rubric: RubricLine[];
		blindKinds: CandidateKind[];
		countdownSeconds: number;
		/** Of the nominee on the room's screen, as labels have it. */
		currentId: number | null;
	} | null;
	/** Whether figures are frozen: nobody is scored before. */
	isFrozen: boolean;
	quorum: number;
	majority: number;
	members: {
		memberId: number;
		name: string;
		position: string;
		seat: CouncilSeat;
		present: boolean;
	}[];
	nominees: RoomNominee[];
	may: Pick<SeasonBase['rights'], 'namesCouncil' | 'leads' | 'runs'> & { memberId: number | null };
}

/** The council's room as an account may see it. @throws NotFoundError, ForbiddenError */
export async function readRoom(
	database: Database,
	actor: Actor,
	seasonId: number,
): Promise<CouncilRoom> {
	const base = await readSeasonBase(database, actor, seasonId);
	const { season, council, rights } = base;
	if (!rights.entersCouncil) throw new ForbiddenError('The account has no part in the council.');
	const sits = rights.memberId !== null;
	const nominees = sits ? await readNominees(database, actor, base) : [];
	const shown = await showNominees(database, base, nominees);
	if (namePersons(shown)) await noteNames(database, actor, `season:${seasonId}`, 'room');
	const { quorum, majority } = await readSeasonSettings(database, seasonId);
	return {
		season: { id: season.id, name: season.name },
		council: council && {
			...{ ...pick(council), next: phaseAfter(council.phase) },
			currentId: nominees.find(({ id }) => id === council.currentNominationId)?.councilId ?? null,
		},
		...{ isFrozen: await isFrozen(database, seasonId), quorum, majority },
		members: await readMembers(database, seasonId),
		nominees: shown,
		may: {
			...{ namesCouncil: rights.namesCouncil, leads: rights.leads, runs: rights.runs },
			memberId: rights.memberId,
		},
	};
}

const pick = ({
	decisionNumber,
	decidedOn,
	phase,
	...rest
}: NonNullable<SeasonBase['council']>) => {
	const { rubric, blindKinds, countdownSeconds } = rest;
	return { decisionNumber, decidedOn, phase, rubric, blindKinds, countdownSeconds };
};

export const readMembers = (database: Database, seasonId: number) =>
	queryRows<CouncilRoom['members'][number] & Record<string, unknown>>(
		database,
		sql`select member.id as "memberId", account.display_name as name, member.position, member.seat, member.present
			from award_council_member member join account on account.id = member.account_id
			where member.season_id = ${seasonId} and member.left_at is null
			order by array_position(array['chair', 'deputy', 'secretary', 'member'], member.seat), member.id`,
	);

async function showNominees(
	database: Database,
	{ rights: { memberId } }: SeasonBase,
	nominees: readonly Nominee[],
): Promise<RoomNominee[]> {
	const own = await queryRows<{ id: number }>(
		database,
		sql`select nomination_id as id from award_review
			where member_id = ${memberId} and ${among(
				sql`nomination_id`,
				nominees.filter(({ rights }) => rights.seesReview).map(({ id }) => id),
			)}`,
	);
	const units = await unitsByIds(
		database,
		nominees.flatMap(({ conflicts }) => conflicts.flatMap((conflict) => throughOf(conflict) ?? [])),
	);
	return labelNominees(nominees).map((label) => {
		const nominee = nominees.find(({ councilId }) => councilId === label.id);
		if (!nominee) throw new Error('Labels are those of the nominees.');
		const { rights, conflicts } = nominee;
		// Whose conflict it is tells who it is: in a blind round everybody sees their own alone.
		const shown = conflicts.filter(
			(conflict) => conflict.memberId === memberId || (!rights.recused && !rights.blind),
		);
		return {
			...label,
			...{ recused: rights.recused, seesReview: rights.seesReview, declares: rights.declares },
			scored: own.some(({ id }) => id === nominee.id),
			conflicts: shown.map((conflict) => ({
				...conflict,
				through: units.find(({ id }) => id === throughOf(conflict)) ?? null,
				mayDismiss:
					rights.dismisses &&
					!conflict.dismissed &&
					conflict.ground !== 'declared' &&
					conflict.memberId !== memberId,
			})),
		};
	});
}

/** The unit above or below the nominee's through which a member is tied to it. */
const throughOf = ({ ground, tie }: Conflict): number | null =>
	ground === 'unitAbove' || ground === 'unitBelow' ? Number(tie.replace('unit:', '')) : null;
