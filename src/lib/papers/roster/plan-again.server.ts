import { isDeepStrictEqual } from 'node:util';
import type { RowState } from '../../contracts/papers';
import type { ReadTeamRow, TeamFileKind, TeamRowView } from '../../contracts/teams/files';
import { planTeamFile } from './plan-files.server';
import type { MemberWrite, PlannedRow, TeamWrite } from './planned.server';
import type { Register } from './register';

/** So many members are stored at once, and a team more at most. */
const membersAtOnce = 1000;
/** So many rows that moved are shown again with one statement. */
const rowsAtOnce = 2000;

export interface KeptRows {
	kind: TeamFileKind;
	/** The day that the files spoke of. */
	day: string;
	register: Register;
	/** JSON arrays of `KeptRow`, in order. */
	rows: string[];
}

interface KeptRow {
	position: number;
	read: ReadTeamRow;
	view: TeamRowView;
}

/** Of a team that is there, or of the one with this place in `teams`. */
type OfTeam = { teamId: number; team?: never } | { teamId?: never; team: number };
export type PlannedMember = Omit<MemberWrite, 'teamId'> & OfTeam;

/** What kept rows mean for the register as it is now, in pieces that are small enough to be handled. */
export interface PlannedAgain {
	/** JSON arrays of `{ position, view }`: rows that mean something else than what their sender saw. */
	moved: string[];
	teams: TeamWrite[];
	sizes: (OfTeam & { members: number })[];
	/** JSON arrays of `PlannedMember`; a team's are in one of them. */
	members: string[];
	counts: Record<RowState, number>;
}

/** Works out once more what kept rows mean, and compares that with what their sender saw. */
export function planAgain({ kind, day, register, rows }: KeptRows): PlannedAgain {
	const kept = rows.flatMap((chunk) => JSON.parse(chunk) as KeptRow[]);
	const planned = planTeamFile(
		kind,
		register,
		kept.map(({ read }) => read),
		day,
	);
	const moved = planned.flatMap(({ view }, index) => {
		const before = kept[index];
		return before && !isDeepStrictEqual(view, before.view)
			? [{ position: before.position, view }]
			: [];
	});
	const counts: Record<RowState, number> = { new: 0, changed: 0, same: 0, wrong: 0 };
	for (const { view } of planned) counts[view.state] += 1;
	const withTeam = planned.filter(({ team }) => team !== null);
	const placeOf = new Map(withTeam.map((row, place) => [row, place]));
	const ofTeam = (row: PlannedRow, teamId: number | null): OfTeam =>
		teamId === null ? { team: placeOf.get(row) ?? -1 } : { teamId };
	return {
		moved: chunksOf(moved, rowsAtOnce).map((chunk) => JSON.stringify(chunk)),
		teams: withTeam.flatMap(({ team }) => team ?? []),
		sizes: planned.flatMap((row) =>
			row.stated ? [{ ...ofTeam(row, row.stated.teamId), members: row.stated.members }] : [],
		),
		members: byTeams(
			planned.flatMap((row) =>
				row.members.map(({ teamId, ...member }) => ({ ...member, ...ofTeam(row, teamId) })),
			),
		),
		counts,
	};
}

/** Whoever is replaced in a team is stored together with who replaces them. */
function byTeams(members: readonly PlannedMember[]): string[] {
	const teams = new Map<number | string, PlannedMember[]>();
	for (const member of members) {
		const key = member.teamId ?? `new ${member.team}`;
		const own = teams.get(key);
		if (own) own.push(member);
		else teams.set(key, [member]);
	}
	const chunks: PlannedMember[][] = [];
	for (const own of teams.values()) {
		const last = chunks.at(-1);
		if (last && last.length < membersAtOnce) last.push(...own);
		else chunks.push(own);
	}
	return chunks.map((chunk) => JSON.stringify(chunk));
}

function chunksOf<Value>(values: readonly Value[], length: number): Value[][] {
	return Array.from({ length: Math.ceil(values.length / length) }, (_, index) =>
		values.slice(index * length, (index + 1) * length),
	);
}
