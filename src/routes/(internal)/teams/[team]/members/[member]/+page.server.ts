import { redirect, type RequestEvent } from '@sveltejs/kit';
import { localDay } from '$lib/contracts/local-time';
import { toAddress } from '$lib/messages/addresses';
import { textFields } from '$lib/server/form';
import { pageData } from '$lib/server/http';
import { renewBadge } from '$lib/teams/badges/renew-badge.server';
import { memberFromForm, rowOfMember } from '$lib/teams/members/member-form';
import { readMember } from '$lib/teams/members/read-member.server';
import { saveMembers } from '$lib/teams/save-members.server';
import type { Actions, PageServerLoad, RouteParams } from './$types';
import { attempt, idOf, signedIn } from '../../../attempt.server';

export const load: PageServerLoad = ({ locals, params }) =>
	pageData(async () => {
		const { actor, database } = signedIn(locals);
		const found = await readMember(database, actor, idOf(params.team), idOf(params.member));
		return { ...found, today: localDay(new Date()) };
	});

type Rows = (
	row: ReturnType<typeof rowOfMember>,
	entered: Record<string, string>,
) => readonly unknown[];

/** Saves what becomes of the stored row, and goes back to the team. */
const saving = (rows: Rows) => async (event: RequestEvent<RouteParams>) => {
	const { actor, database } = signedIn(event.locals);
	const entered = textFields(await event.request.formData());
	const teamId = idOf(event.params.team);
	const refused = await attempt(entered, async () => {
		const { member } = await readMember(database, actor, teamId, idOf(event.params.member));
		await saveMembers(database, actor, rows(rowOfMember(teamId, member), entered));
	});
	if (refused) return refused;
	redirect(303, toAddress(`/teams/${teamId}`, event.locals.locale));
};

/** What a new row takes from nobody. */
const afresh = (fromOn: string | undefined) => ({
	id: undefined,
	fromOn,
	untilOn: null,
	continuesId: null,
});

export const actions: Actions = {
	correct: saving((row, entered) => [
		{ ...row, ...memberFromForm(entered), fromOn: entered['fromOn'] ?? '' },
	]),
	end: saving((row, { day }) => [{ ...row, untilOn: day ?? '' }]),
	// The new row first: its faults are those of the form's fields.
	change: saving((row, { role, day }) => [
		{ ...row, ...afresh(day), role, continuesId: row.id },
		{ ...row, untilOn: day ?? '' },
	]),
	replace: saving((row, { day, fullName, phone, position }) => [
		{ ...afresh(day), teamId: row.teamId, role: row.role, fullName, phone, position },
		{ ...row, untilOn: day ?? '' },
	]),
	renewBadge: async ({ locals, params }) => {
		const { actor, database } = signedIn(locals);
		const refused = await attempt({}, () =>
			renewBadge(database, actor, idOf(params.team), idOf(params.member)),
		);
		return refused ?? { renewed: true };
	},
};
