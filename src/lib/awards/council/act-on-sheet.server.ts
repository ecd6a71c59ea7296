import { formAnswer } from '../../server/http';
import { idParameter } from '../../server/form';
import type { CouncilForm } from './act-by-form.server';
import { castBallot, writeBallot } from './ballot.server';
import { reviewFromForm } from './form';
import { addComment, giveReview } from './review.server';
import { closeVote, openVote } from './vote.server';

/** A form on the sheet of one nominee. */
export type SheetForm = CouncilForm & { nomination: string };

/** What was done, in a word that the page puts into a sentence. */
export type SheetDone = 'scored' | 'commented' | 'opened' | 'noQuorum' | 'closed' | 'voted';

const act = (
	{ entered, season, nomination }: SheetForm,
	name: string,
	run: (which: { seasonId: number; nominationId: number }) => Promise<SheetDone>,
) =>
	formAnswer({ ...entered, form: name }, async () => ({
		done: await run({ seasonId: idParameter(season), nominationId: idParameter(nomination) }),
	}));

export const scoreByForm = (form: SheetForm) =>
	act(form, 'score', async (which) => {
		const input = reviewFromForm(form.entered);
		await giveReview(form.database, form.actor, which, input, new Date());
		return 'scored';
	});

export const commentByForm = (form: SheetForm) =>
	act(form, 'comment', async (which) => {
		await addComment(form.database, form.actor, which, form.entered, new Date());
		return 'commented';
	});

export const openVoteByForm = (form: SheetForm) =>
	act(form, 'open', async (which) => {
		const opened = await openVote(form.database, form.actor, which, new Date());
		return opened === 'open' ? 'opened' : 'noQuorum';
	});

export const closeVoteByForm = (form: SheetForm) =>
	act(form, 'close', async (which) => {
		await closeVote(form.database, form.actor, which, new Date());
		return 'closed';
	});

export const voteByForm = (form: SheetForm) =>
	act(form, 'vote', async (which) => {
		await castBallot(form.database, form.actor, which, form.entered, new Date());
		return 'voted';
	});

export const writeByForm = (form: SheetForm) =>
	act(form, 'write', async (which) => {
		await writeBallot(form.database, form.actor, which, form.entered, new Date());
		return 'voted';
	});
