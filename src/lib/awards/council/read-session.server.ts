import type { Actor } from '../../contracts/accounts';
import type {
	CouncilPhase,
	CouncilSeat,
	VoteCounts,
	VoteOutcome,
} from '../../contracts/awards/council';
import type { Database } from '../../server/db/client';
import { changePosition } from '../../server/change-log';
import { ForbiddenError } from '../../server/errors';
import { noteNames } from '../nominations/note-view.server';
import { labelNominees, namePersons, type NomineeLabel } from './label.server';
import { readNominees, readSeasonBase } from './read-facts.server';
import { readMembers } from './read-room.server';
import { readVotes } from './read-sheet.server';

/** One nominee of the agenda; of one from whom the viewer steps back, nothing but that. */
export interface AgendaItem extends NomineeLabel {
	recused: boolean;
	/** Whether the council has voted; never said to the recused. */
	voted: boolean;
}

/** What the room sees: nothing personal beyond a name. */
export interface SessionView {
	season: { id: number; name: string };
	/** The change-log number from which the screen follows. */
	number: number;
	/** The server's clock, ISO. */
	at: string;
	phase: CouncilPhase | null;
	members: { seat: CouncilSeat; present: boolean }[];
	agenda: AgendaItem[];
	current:
		| (NomineeLabel & { recused: true })
		| (NomineeLabel & {
				recused: false;
				/** ISO instant; null while no vote is open. */
				closesAt: string | null;
				outcome: VoteOutcome | null;
				attempt: number;
				counts: VoteCounts | null;
		  })
		| null;
}

/** The session screen as an account may see it. @throws NotFoundError, ForbiddenError */
export async function readSession(
	database: Database,
	actor: Actor,
	seasonId: number,
	now: Date,
): Promise<SessionView> {
	const { lastNumber } = await changePosition(database);
	const base = await readSeasonBase(database, actor, seasonId);
	if (!base.rights.seesSession) throw new ForbiddenError('The account is not of that session.');
	const nominees = await readNominees(database, actor, base);
	const labels = labelNominees(nominees);
	if (namePersons(labels)) await noteNames(database, actor, `season:${seasonId}`, 'session');
	const onScreen = nominees.find(({ id }) => id === base.council?.currentNominationId);
	const shown = labels.find(({ id }) => id === onScreen?.councilId);
	const latest = onScreen?.rights.seesVote
		? (await readVotes(database, onScreen.id)).at(-1)
		: undefined;
	return {
		season: { id: base.season.id, name: base.season.name },
		...{ number: lastNumber, at: now.toISOString(), phase: base.facts.phase },
		members: (await readMembers(database, seasonId)).map(({ seat, present }) => ({
			seat,
			present,
		})),
		agenda: labels.map((label) => {
			const nominee = nominees.find(({ councilId }) => councilId === label.id);
			const mayKnow = nominee?.rights.seesVote ?? false;
			return {
				...label,
				recused: nominee?.rights.recused ?? false,
				voted: mayKnow && nominee?.vote === 'over',
			};
		}),
		current: !shown
			? null
			: onScreen?.rights.recused
				? { ...shown, recused: true }
				: {
						...{ ...shown, recused: false },
						closesAt: latest && latest.closedAt === null ? latest.closesAt : null,
						...{ outcome: latest?.outcome ?? null, counts: latest?.counts ?? null },
						attempt: latest?.attempt ?? 0,
					},
	};
}
