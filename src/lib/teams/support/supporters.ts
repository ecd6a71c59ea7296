import type { PlaceName } from '../../contracts/admin-units';
import type { MemberRole } from '../../contracts/teams/teams';

/** A member of a steering team or board above that looks after a team's place. */
export interface Supporter {
	memberId: number;
	/** Null for those who read counts only. */
	fullName: string | null;
	position: string;
	role: MemberRole;
	/** The steering team or board. */
	team: { id: number; name: string };
	/** Whose it is. */
	unit: PlaceName;
}
