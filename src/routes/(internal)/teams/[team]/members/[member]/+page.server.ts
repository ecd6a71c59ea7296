import { redirect } from '@sveltejs/kit';
import { localDay } from '$lib/contracts/local-time';
import { toAddress } from '$lib/messages/addresses';
import { pageData } from '$lib/server/http';
import { renewBadge } from '$lib/teams/badges/renew-badge.server';
import { assignAreas, readAreaChoice, readAreasOf } from '$lib/teams/members/assign-areas.server';
import { changedRows, type MemberChange } from '$lib/teams/members/member-changes';
import { areasFromForm } from '$lib/teams/members/member-form';
import { readMember } from '$lib/teams/members/read-member.server';
import { saveMembers } from '$lib/teams/save-members.server';
import type { Actions, PageServerLoad } from './$types';
import { formAction, idOf, signedIn } from '../../../attempt.server';

export const load: PageServerLoad = ({ locals, params }) =>
	pageData(async () => {
		const { actor, database } = signedIn(locals);
		const found = await readMember(database, actor, idOf(params.team), idOf(params.member));
		const areas = await readAreasOf(database, found.member.id);
		const choice = await readAreaChoice(database, found.team.unit.id);
		return { ...found, areas: { ...areas, choice }, today: localDay(new Date()) };
	});

/** Saves what becomes of the stored row, and goes back to the team. */
const saving = (change: MemberChange) =>
	formAction(async ({ actor, database, entered, params, locale }) => {
		const teamId = idOf(params['team']);
		const { member } = await readMember(database, actor, teamId, idOf(params['member']));
		await saveMembers(database, actor, changedRows(change, teamId, member, entered));
		redirect(303, `${toAddress(`/teams/${teamId}`, locale)}?da-ghi`);
	});

export const actions: Actions = {
	correct: saving('correct'),
	end: saving('end'),
	change: saving('change'),
	replace: saving('replace'),
	areas: formAction(async ({ actor, database, entered, params, locale }) => {
		const teamId = idOf(params['team']);
		const which = { teamId, memberId: idOf(params['member']) };
		await assignAreas(database, actor, which, areasFromForm(entered));
		redirect(303, `${toAddress(`/teams/${teamId}`, locale)}?da-giao`);
	}),
	renewBadge: formAction(async ({ actor, database, params }) => {
		await renewBadge(database, actor, idOf(params['team']), idOf(params['member']));
		return { renewed: true };
	}),
};
