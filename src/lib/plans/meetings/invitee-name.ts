import type { UnitKind } from '../../contracts/admin-units';
import type { Attendance } from '../../contracts/meetings';
import type { MemberRole } from '../../contracts/teams/teams';
import type { WorkMessages } from '../../messages';
import type { Format } from '../../messages/format';

export interface ShownInvitee {
	id: number;
	memberName: string | null;
	memberRole: MemberRole | null;
	unitKind: UnitKind | null;
	unitName: string | null;
	guest: string;
	attendance: Attendance | null;
	opinion: string;
}

/** `Nguyễn Văn An (Tổ trưởng)`, `Xã Cộng Hòa`, or what was typed. */
export function inviteeName(
	{ memberName, memberRole, unitKind, unitName, guest }: ShownInvitee,
	{ work, format }: { work: WorkMessages; format: Format },
): string {
	if (memberName !== null && memberRole !== null)
		return `${memberName} (${work.teams.roles[memberRole]})`;
	if (unitKind !== null && unitName !== null)
		return format.unitName({ kind: unitKind, name: unitName });
	return guest;
}

/** Offices and whoever was typed are named in Vietnamese; a member is by the role in the reader's language. */
export const inviteeLanguage = ({ memberName }: ShownInvitee): 'vi' | undefined =>
	memberName === null ? 'vi' : undefined;
