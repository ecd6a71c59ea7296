import { digitalSkills } from '../../contracts/teams';
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

/** What of a member a form holds; a row for `saveMembers` once a team and days are added. */
export const memberFromForm = (entered: Record<string, string>) => ({
	fullName: entered['fullName'] ?? '',
	position: entered['position'] ?? '',
	organisation: entered['organisation'] ?? '',
	youth: entered['youth'] === 'on',
	phone: entered['phone'] ?? '',
	skills: digitalSkills.filter((skill) => entered[`skill${skill}`] === 'on'),
});

/** A stored member as the form shows it. */
export const formOfMember = (member: Member): Record<string, string> => ({
	fullName: member.fullName,
	position: member.position,
	organisation: member.organisation,
	phone: member.phone ?? '',
	fromOn: member.fromOn,
	...(member.youth ? { youth: 'on' } : {}),
	...Object.fromEntries(member.skills.map((skill) => [`skill${skill}`, 'on'])),
});

/** The stored row again, to be saved with something changed. */
export const rowOfMember = (teamId: number, member: Member) => ({ ...member, teamId });
