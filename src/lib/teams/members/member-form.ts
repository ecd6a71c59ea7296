import { digitalSkills } from '../../contracts/teams/teams';
import type { Member } from '../team/view';

/** The fields that say what is wrong beside themselves. */
export const memberFields = [
	'fullName',
	'role',
	'position',
	'organisation',
	'phone',
	'fromOn',
	'untilOn',
] as const;

/** Left open while nobody has said. */
const answers = new Map([
	['yes', true],
	['no', false],
]);

/** What of a member a form holds; a row for `saveMembers` once a team and days are added. */
export const memberFromForm = (entered: Record<string, string>) => ({
	fullName: entered['fullName'] ?? '',
	position: entered['position'] ?? '',
	organisation: entered['organisation'] ?? '',
	organisationKind: entered['organisationKind'] || null,
	smartphone: answers.get(entered['smartphone'] ?? '') ?? null,
	zaloContact: entered['zaloContact'] === 'on',
	youth: entered['youth'] === 'on',
	phone: entered['phone'] ?? '',
	skills: digitalSkills.filter((skill) => entered[`skill${skill}`] === 'on'),
});

/** The boxes `area.ID` and the account as `assignAreas` parses them. */
export const areasFromForm = (entered: Record<string, string>) => ({
	areaIds: Object.keys(entered).flatMap((name) => {
		const [, id] = /^area\.(\d{1,9})$/.exec(name) ?? [];
		return id === undefined ? [] : Number(id);
	}),
	accountName: entered['accountName'] ?? '',
});

/** A stored member as the form shows it. */
export const formOfMember = (member: Member): Record<string, string> => ({
	fullName: member.fullName,
	position: member.position,
	organisation: member.organisation,
	organisationKind: member.organisationKind ?? '',
	smartphone: member.smartphone === null ? '' : member.smartphone ? 'yes' : 'no',
	phone: member.phone ?? '',
	fromOn: member.fromOn,
	...(member.zaloContact ? { zaloContact: 'on' } : {}),
	...(member.youth ? { youth: 'on' } : {}),
	...Object.fromEntries(member.skills.map((skill) => [`skill${skill}`, 'on'])),
});

/** The stored row again, to be saved with something changed. */
export const rowOfMember = (teamId: number, member: Member) => ({ ...member, teamId });
