import type { Actor } from '../../contracts/accounts';
import { wholeNumber } from '../../contracts/text/address';
import type { Database } from '../../server/db/client';
import { idParameter, textValues } from '../../server/form';
import { formAnswer } from '../../server/http';
import { declareConflict, dismissConflict } from './conflicts.server';
import { conflictFromForm, councilFromForm, presenceFromForm } from './form';
import { nameCouncil } from './name-council.server';
import { dropMember, nameMember } from './name-member.server';
import { markPresence, movePhase, showItem } from './run.server';

/** A form on the page of a season's council. */
export interface CouncilForm {
	database: Database;
	actor: Actor;
	/** As it stands in the address. */
	season: string;
	data: FormData;
	entered: Record<string, string>;
}

/** What was done, in a word that the page puts into a sentence. */
export type CouncilDone = 'rules' | 'members' | 'moved' | 'declared' | 'dismissed' | 'shown';

const act = (
	form: CouncilForm,
	name: string,
	done: CouncilDone,
	run: (seasonId: number) => Promise<unknown>,
) =>
	formAnswer({ ...form.entered, form: name }, async () => {
		await run(idParameter(form.season));
		return { done };
	});

export const nameByForm = (form: CouncilForm) =>
	act(form, 'rules', 'rules', (seasonId) => {
		const input = councilFromForm(form.entered, textValues(form.data, 'blindKinds'));
		return nameCouncil(form.database, form.actor, seasonId, input, new Date());
	});

export const addMemberByForm = (form: CouncilForm) =>
	act(form, 'member', 'members', (seasonId) =>
		nameMember(form.database, form.actor, seasonId, form.entered, new Date()),
	);

export const dropMemberByForm = (form: CouncilForm) =>
	act(form, 'drop', 'members', (seasonId) => {
		const memberId = idParameter(form.entered['memberId'] ?? '');
		return dropMember(form.database, form.actor, seasonId, memberId, new Date());
	});

export const presenceByForm = (form: CouncilForm) =>
	act(form, 'presence', 'members', (seasonId) => {
		const input = presenceFromForm(form.entered);
		return markPresence(form.database, form.actor, seasonId, input, new Date());
	});

export const phaseByForm = (form: CouncilForm) =>
	act(form, 'phase', 'moved', (seasonId) =>
		movePhase(form.database, form.actor, seasonId, form.entered, new Date()),
	);

export const declareByForm = (form: CouncilForm) =>
	act(form, 'declare', 'declared', (seasonId) => {
		const input = conflictFromForm(form.entered);
		return declareConflict(form.database, form.actor, seasonId, input, new Date());
	});

export const dismissByForm = (form: CouncilForm) =>
	act(form, 'dismiss', 'dismissed', (seasonId) => {
		const input = conflictFromForm(form.entered);
		return dismissConflict(form.database, form.actor, seasonId, input, new Date());
	});

export const showByForm = (form: CouncilForm) =>
	act(form, 'show', 'shown', (seasonId) => {
		const nominationId = wholeNumber(form.entered['nominationId']);
		return showItem(form.database, form.actor, seasonId, nominationId, new Date());
	});
