import type { Actor } from '../../contracts/accounts';
import type { Database } from '../../server/db/client';
import { idParameter, textValues, uploadedFile } from '../../server/form';
import { formAnswer } from '../../server/http';
import { recordDecision } from './decide.server';
import { addEvidence, removeEvidence } from './evidence.server';
import { decisionFromForm, evidenceFromForm } from './form';
import { stepMany, stepNomination } from './step.server';

/** A form on a page of a season's nominations. */
export interface NominationForm {
	database: Database;
	actor: Actor;
	/** As they stand in the address. */
	season: string;
	nomination: string;
	data: FormData;
	entered: Record<string, string>;
}

const whichOf = ({ season, nomination }: NominationForm) => ({
	seasonId: idParameter(season),
	nominationId: idParameter(nomination),
});

export const stepByForm = (form: NominationForm) =>
	formAnswer({ ...form.entered, form: 'step' }, async () => {
		const { database, actor, entered } = form;
		const { step, reason = '' } = entered;
		const input = step === 'return' || step === 'withdraw' ? { step, reason } : { step };
		return { done: await stepNomination(database, actor, whichOf(form), input, new Date()) };
	});

export const addEvidenceByForm = (form: NominationForm) =>
	formAnswer({ ...form.entered, form: form.entered['part'] ?? '' }, async () => {
		const { database, actor, data, entered } = form;
		await addEvidence(database, actor, whichOf(form), {
			...{ input: evidenceFromForm(entered), file: uploadedFile(data, 'file'), now: new Date() },
		});
		return { done: 'added' as const };
	});

export const removeEvidenceByForm = (form: NominationForm) =>
	formAnswer({ ...form.entered, form: 'remove' }, async () => {
		const { database, actor, entered } = form;
		const id = idParameter(entered['evidenceId'] ?? '');
		await removeEvidence(database, actor, whichOf(form), id, new Date());
		return { done: 'removed' as const };
	});

type ListForm = Omit<NominationForm, 'nomination'>;

export const stepManyByForm = ({ database, actor, season, data, entered }: ListForm) =>
	formAnswer({ ...entered, form: 'many' }, async () => {
		const nominationIds = textValues(data, 'chosen').map(idParameter);
		const which = { seasonId: idParameter(season), nominationIds };
		const input = { step: entered['step'] };
		const left = await stepMany(database, actor, which, input, new Date());
		return { done: 'many' as const, left: left.length };
	});

export const decideByForm = ({ database, actor, season, data, entered }: ListForm) =>
	formAnswer({ ...entered, form: 'decision' }, async () => {
		const input = decisionFromForm(entered, textValues(data, 'awarded'));
		await recordDecision(database, actor, idParameter(season), input, new Date());
		return { done: 'decided' as const, left: 0 };
	});
