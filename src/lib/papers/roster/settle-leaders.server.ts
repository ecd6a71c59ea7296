import { addDays } from '../../contracts/local-time';
import { addProblem, type MemberRow, type MemberWrite } from './planned.server';
import type { RegisterMember } from './register';

interface Span {
	row: MemberRow | null;
	member: MemberWrite | RegisterMember;
}

/**
 * A team has one leader at a time: whoever comes ends the former one the day before, unless the file
 * itself says that the former one stays.
 */
export function settleLeaders(
	rows: readonly MemberRow[],
	rosters: ReadonlyMap<number, readonly RegisterMember[]>,
): void {
	const byTeam = new Map<number, MemberRow[]>();
	for (const row of rows) {
		if (!row.team || row.planned.view.problems.length > 0) continue;
		const own = byTeam.get(row.team.id);
		if (own) own.push(row);
		else byTeam.set(row.team.id, [row]);
	}
	for (const [teamId, own] of byTeam) {
		const comes = own.some(({ planned }) => planned.members.some(({ role }) => role === 'leader'));
		if (comes) settleTeam(own, rosters.get(teamId) ?? []);
	}
}

function settleTeam(rows: readonly MemberRow[], roster: readonly RegisterMember[]): void {
	const rowOf = new Map(
		rows.flatMap((row) => (row.registered ? [[row.registered.id, row] as const] : [])),
	);
	const written = rows.flatMap((row) =>
		row.planned.members.map((member): Span => ({ row, member })),
	);
	const ids = new Set(written.map(({ member }) => member.id));
	const stored = roster
		.filter(({ id }) => !ids.has(id))
		.map((member): Span => ({ row: rowOf.get(member.id) ?? null, member }));
	const leaders = [...stored, ...written]
		.filter(({ member }) => member.role === 'leader')
		.sort((one, other) => (one.member.fromOn < other.member.fromOn ? -1 : 1));
	for (const [index, former] of leaders.entries()) {
		const next = leaders[index + 1];
		if (!next || (former.member.untilOn !== null && former.member.untilOn <= next.member.fromOn))
			continue;
		if (former.row === null && next.row && former.member.fromOn < next.member.fromOn)
			endFormer(former.member, next.row, next.member.fromOn);
		else
			for (const row of new Set([next.row, former.row]))
				if (row) addProblem(row.planned, row.read.cells['role'], 'twoLeaders');
	}
}

function endFormer(former: Span['member'], row: MemberRow, on: string): void {
	row.planned.members.push({ ...former, untilOn: on });
	row.planned.view.changes.push({
		field: 'formerLeader',
		from: former.fullName,
		to: addDays(on, -1),
	});
}
