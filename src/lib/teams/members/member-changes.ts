import type { Member } from '../team/view';
import { memberFromForm, rowOfMember } from './member-form';

type Row = ReturnType<typeof rowOfMember>;
type Entered = Partial<Record<string, string>>;

/** What a new row takes from nobody. */
const afresh = (fromOn: string | undefined) => ({
	id: undefined,
	fromOn,
	untilOn: null,
	continuesId: null,
});

/** Rows for `saveMembers` by what a form asks to become of a stored one. */
const changes = {
	correct: (row: Row, entered: Record<string, string>) => [
		{ ...row, ...memberFromForm(entered), fromOn: entered['fromOn'] ?? '' },
	],
	end: (row: Row, { day }: Entered) => [{ ...row, untilOn: day ?? '' }],
	// The new row first: its faults are those of the form's fields.
	change: (row: Row, { role, day }: Entered) => [
		{ ...row, ...afresh(day), role, continuesId: row.id },
		{ ...row, untilOn: day ?? '' },
	],
	replace: (row: Row, { day, fullName, phone, position }: Entered) => [
		{ ...afresh(day), teamId: row.teamId, role: row.role, fullName, phone, position },
		{ ...row, untilOn: day ?? '' },
	],
};
export type MemberChange = keyof typeof changes;

export const changedRows = (
	change: MemberChange,
	teamId: number,
	member: Member,
	entered: Record<string, string>,
): readonly unknown[] => changes[change](rowOfMember(teamId, member), entered);
