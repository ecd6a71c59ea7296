import {
	grantRole,
	withdrawRole,
} from '../../src/lib/accounts/administration/change-grants.server';
import { disableAccount } from '../../src/lib/accounts/administration/disable-account.server';
import { enableAccount } from '../../src/lib/accounts/administration/enable-account.server';
import { readAccount } from '../../src/lib/accounts/administration/find-accounts.server';
import { resetAccount } from '../../src/lib/accounts/administration/reset-account.server';
import { updateAccount } from '../../src/lib/accounts/administration/update-account.server';
import { addDelegation } from '../../src/lib/accounts/delegations/add-delegation.server';
import { revokeDelegation } from '../../src/lib/accounts/delegations/revoke-delegation.server';
import { issueLinks } from '../../src/lib/accounts/leaders/issue-links.server';
import { revokeLink } from '../../src/lib/accounts/leaders/revoke-link.server';
import { resetSecondFactor } from '../../src/lib/accounts/second-factor/reset-second-factor.server';
import { revokeToken } from '../../src/lib/accounts/tokens/revoke-token.server';
import type { Actor } from '../../src/lib/contracts/accounts';
import { linkClass } from '../../src/lib/library/link-class.server';
import { readMaterial, serveMaterial } from '../../src/lib/library/read.server';
import { withdrawMaterial } from '../../src/lib/library/withdraw.server';
import { markedCopy } from '../../src/lib/papers/reports/marked-copy.server';
import { confirmUpload } from '../../src/lib/papers/reports/confirm-upload.server';
import { readUpload } from '../../src/lib/papers/reports/read-upload.server';
import { confirmImport } from '../../src/lib/papers/roster/confirm-import.server';
import { readImport } from '../../src/lib/papers/roster/read-import.server';
import { loadMessages, loadWorkMessages } from '../../src/lib/messages';
import { createFormat } from '../../src/lib/messages/format';
import type { Database } from '../../src/lib/server/db/client';
import { readBadgeSheet } from '../../src/lib/teams/badges/read-sheet.server';
import { renewBadge } from '../../src/lib/teams/badges/renew-badge.server';
import { readMember } from '../../src/lib/teams/members/read-member.server';
import { readCandidates } from '../../src/lib/teams/merger/candidates.server';
import { mergeTeams } from '../../src/lib/teams/merger/merge-teams.server';
import { undoMerger } from '../../src/lib/teams/merger/undo-merger.server';
import { addPaper, removePaper, servePaper } from '../../src/lib/teams/papers/papers.server';
import { closeRule } from '../../src/lib/teams/rules/save-rule.server';
import { saveMembers } from '../../src/lib/teams/save-members.server';
import { saveTeams } from '../../src/lib/teams/save-teams.server';
import { closeTeam } from '../../src/lib/teams/team/close-team.server';
import { openTeam } from '../../src/lib/teams/team/open-team.server';
import { reopenTeam } from '../../src/lib/teams/team/reopen-team.server';

export const now = new Date('2026-11-02T01:00:00Z');
export const day = '2026-11-02';

/** Of one province; the actor is of another. */
export interface Registered {
	team: number;
	other: number;
	unit: number;
	member: number;
	paper: number;
	merger: number;
	rule: number;
	material: number;
	import: string;
	upload: string;
	token: number;
	link: number;
	delegation: number;
	account: string;
	accountId: number;
}
export const absent: Registered = {
	...{ team: 999_991, other: 999_992, unit: 999_993, member: 999_994, paper: 999_995 },
	...{ merger: 999_996, rule: 999_997, material: 999_998, import: 'f'.repeat(32) },
	...{ upload: 'e'.repeat(32), token: 999_999, link: 999_990, delegation: 999_989 },
	...{ account: 'nobody', accountId: 999_988 },
};

export interface Asking {
	database: Database;
	actor: Actor;
	/** Where the actor has their role. */
	own: number;
}
type Verb = (asking: Asking, of: Registered) => Promise<unknown>;

async function words() {
	const messages = await loadMessages('vi');
	return { messages, work: await loadWorkMessages('vi'), format: createFormat('vi', messages) };
}
const member = { fullName: 'Trần Văn Dũng', fromOn: '2022-04-15' };
export const paper = { kind: 'assignment', number: '1/QĐ', issuedOn: '2026-01-05' };

/** Whatever has an address of its own answers 404. */
export const hidden: Record<string, Record<string, Verb>> = {
	teams: {
		team: ({ database, actor }, { team }) => openTeam(database, actor, team, day),
		closing: ({ database, actor }, { team }) => closeTeam(database, actor, team, day),
		reopening: ({ database, actor }, { team }) =>
			reopenTeam(database, actor, team, 'đóng nhầm tổ', now),
		'candidates of a merger': ({ database, actor }, { team }) =>
			readCandidates(database, actor, team),
		merger: ({ database, actor }, { team, other, unit }) =>
			mergeTeams(
				database,
				actor,
				{
					...{ teamIds: [team, other], unitId: unit, name: 'Tổ liên thôn', kind: 'merged' },
					...{ mergedOn: day, leaderId: null, decision: '12/QĐ-UBND' },
				},
				now,
			),
		'undoing a merger': ({ database, actor }, { merger }) =>
			undoMerger(database, actor, merger, now),
		member: ({ database, actor }, of) => readMember(database, actor, of.team, of.member),
		badges: ({ database, actor }, { team }) =>
			readBadgeSheet(database, actor, { teamId: team, day, addressOf: String }),
		'new badge': ({ database, actor }, of) => renewBadge(database, actor, of.team, of.member),
		paper: ({ database, actor }, of) => servePaper(database, actor, of.team, of.paper),
		'new paper': ({ database, actor }, { team }) => addPaper(database, actor, team, paper, null),
		'removal of a paper': ({ database, actor }, of) =>
			removePaper(database, actor, of.team, of.paper),
		'end of a rule': ({ database, actor }, { rule }) => closeRule(database, actor, rule, day),
	},
	'library and files': {
		material: ({ database, actor }, { material }) => readMaterial(database, actor, material, now),
		'file of a material': ({ database, actor }, { material }) =>
			serveMaterial(database, actor, material),
		'withdrawal of a material': ({ database, actor }, { material }) =>
			withdrawMaterial(database, actor, material, now),
		'class with a material': ({ database, actor }, { material }) =>
			linkClass(database, actor, material, 1, now),
		import: ({ database, actor }, of) =>
			readImport(database, actor, of.import, { state: undefined, page: 1 }),
		'confirmation of an import': ({ database, actor }, of) =>
			confirmImport(database, actor, of.import, now),
		upload: ({ database, actor }, { upload }) => readUpload(database, actor, upload),
		'confirmation of an upload': ({ database, actor }, { upload }) =>
			confirmUpload(database, actor, upload, {}, now),
		'marked copy of an upload': async ({ database, actor }, { upload }) =>
			markedCopy(database, actor, { upload, position: 0 }, await words()),
	},
	accounts: {
		token: ({ database, actor }, { token }) => revokeToken(database, actor, token, now),
		link: ({ database, actor }, { link }) => revokeLink(database, actor, link, now),
		delegation: ({ database, actor }, of) => revokeDelegation(database, actor, of.delegation, now),
		account: ({ database, actor }, { account }) => readAccount(database, actor, account),
		'change of an account': ({ database, actor }, { account }) =>
			updateAccount(database, actor, account, { displayName: 'Tên khác', email: '' }),
		'end of an account': ({ database, actor }, { account }) =>
			disableAccount(database, actor, account, now),
		'return of an account': ({ database, actor }, { account }) =>
			enableAccount(database, actor, account),
		'new password': ({ database, actor }, { account }) =>
			resetAccount(database, actor, account, 'một câu khác, cũng dài'),
		'reset of a second factor': ({ database, actor }, { account }) =>
			resetSecondFactor(database, actor, account, now),
		'new role': ({ database, actor, own }, { account }) =>
			grantRole(database, actor, account, { role: 'viewer', unitId: own }),
		'end of a role': ({ database, actor, own }, { account }) =>
			withdrawRole(database, actor, account, { role: 'viewer', unitId: own }, now),
	},
};

/** What a form names among other things is refused like a wrong choice. */
export const chosen: Record<string, Verb> = {
	'row of a team': ({ database, actor }, { team, unit }) =>
		saveTeams(database, actor, [{ id: team, unitId: unit, name: 'Tổ', foundedOn: '2022-04-15' }]),
	'row of a member': ({ database, actor }, { team, member: id }) =>
		saveMembers(database, actor, [{ ...member, id, teamId: team }]),
	'links of leaders': ({ database, actor }, { account }) => issueLinks(database, actor, [account]),
	deputy: ({ database, actor, own }, { accountId }) =>
		addDelegation(
			database,
			{ ...actor, grants: [{ role: 'approver', unitId: own }] },
			{
				...{ toAccountId: String(accountId), unitId: String(own), reason: 'đi công tác' },
				...{ firstDay: day, lastDay: day },
			},
			now,
		),
};
