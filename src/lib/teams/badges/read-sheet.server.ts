import { sql } from 'drizzle-orm';
import { writeAudit } from '../../accounts/audit/audit.server';
import type { Actor } from '../../contracts/accounts';
import type { MemberRole } from '../../contracts/teams/teams';
import { queryRows, type Database } from '../../server/db/client';
import { qrCode, type QrCode } from '../../server/qr';
import { requireKeeper } from '../keepers.server';
import { readTeamFacts } from '../team/read-team.server';
import type { TeamFacts } from '../team/view';

export interface PrintedBadge {
	id: number;
	fullName: string;
	role: MemberRole;
	code: QrCode;
	address: string;
}

/**
 * The badges of everybody who serves on a day, to print.
 * @param addressOf the public page of a token.
 * @throws NotFoundError, ForbiddenError
 */
export async function readBadgeSheet(
	database: Database,
	actor: Actor,
	{ teamId, day, addressOf }: { teamId: number; day: string; addressOf: (token: string) => string },
): Promise<{ team: TeamFacts; badges: PrintedBadge[] }> {
	await requireKeeper(database, actor, teamId);
	const members = await queryRows<{
		id: number;
		fullName: string;
		role: MemberRole;
		token: string;
	}>(
		database,
		sql`select id, full_name as "fullName", role, badge_token as token from team_member
			where team_id = ${teamId} and badge_token is not null
				and from_on <= ${day} and (until_on is null or until_on > ${day})
			order by array_position(array['leader', 'deputy', 'member'], role), id`,
	);
	await writeAudit(database, {
		actor,
		action: 'roster.read',
		subject: `team:${teamId}`,
		details: { day, badges: true },
	});
	return {
		team: await readTeamFacts(database, teamId),
		badges: members.map(({ token, ...member }) => {
			const address = addressOf(token);
			return { ...member, address, code: qrCode(address) };
		}),
	};
}
