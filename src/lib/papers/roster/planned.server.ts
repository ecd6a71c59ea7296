import type {
	ReadCell,
	ReadTeamRow,
	TeamRowProblem,
	TeamRowView,
} from '../../contracts/teams/files';
import type { RegisterMember, RegisterTeam } from './register';

/** A team to add (without `id`) or to rename. */
export type TeamWrite = Omit<RegisterTeam, 'id' | 'size'> & { id?: number };
/** A row of a roster to add (without `id`) or to change; null: of the new team of the same row. */
export type MemberWrite = Omit<RegisterMember, 'id' | 'teamId'> & {
	id?: number;
	teamId: number | null;
};

/** What a row of a file would do to the register. */
export interface PlannedRow {
	view: TeamRowView;
	team: TeamWrite | null;
	/** A size to keep for the team, which is `team` or the one with this id. */
	stated: { teamId: number | null; members: number } | null;
	members: MemberWrite[];
}

/** A row of a list of members with whom it speaks of; null: somebody who isn't on the roster yet. */
export interface MemberRow {
	read: ReadTeamRow;
	planned: PlannedRow;
	team: RegisterTeam | null;
	registered: RegisterMember | null;
}

/** A note on rows that whoever sent the file may not know of. */
export const hiddenRow = 'hiddenRow';

/** A row before anything is known of it. */
export function blankRow({ file, sheet, row, hidden }: ReadTeamRow): PlannedRow {
	const view: TeamRowView = {
		file,
		sheet,
		row,
		commune: '',
		team: '',
		person: '',
		state: 'same',
		changes: [],
		problems: [],
		notes: hidden ? [{ rule: hiddenRow, numbers: {} }] : [],
	};
	return { view, team: null, stated: null, members: [] };
}

export function addProblem(
	{ view }: PlannedRow,
	cell: Pick<ReadCell, 'address'> | undefined,
	rule: string,
	more: Omit<TeamRowProblem, 'address' | 'rule'> = {},
): void {
	view.problems.push({ address: cell?.address ?? `A${view.row}`, rule, ...more });
}

/** Cells that hold a formula or a picture can't be taken for what they say. */
export function addCellFaults(planned: PlannedRow, cells: readonly (ReadCell | undefined)[]): void {
	for (const cell of cells)
		if (cell?.fault && cell.day === undefined) addProblem(planned, cell, cell.fault);
}

/** A wrong row stores nothing. */
export function settle(planned: PlannedRow): PlannedRow {
	const { view } = planned;
	if (view.problems.length > 0)
		return {
			view: {
				...view,
				...{ state: 'wrong', changes: [] },
				notes: view.notes.filter(({ rule }) => rule === hiddenRow),
			},
			team: null,
			stated: null,
			members: [],
		};
	if (view.state === 'new') return planned;
	return { ...planned, view: { ...view, state: view.changes.length > 0 ? 'changed' : 'same' } };
}
