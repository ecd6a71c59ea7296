import { localDay } from '$lib/contracts/local-time';
import { pageData } from '$lib/server/http';
import { bulkFromForm } from '$lib/teams/merger/bulk/bulk-form';
import { mergeMany } from '$lib/teams/merger/bulk/merge-many.server';
import { shownVillage } from '$lib/teams/merger/bulk/plan';
import { previewMany } from '$lib/teams/merger/bulk/preview.server';
import { readBulkPage } from '$lib/teams/merger/bulk/read-page.server';
import { undoMany } from '$lib/teams/merger/bulk/undo-many.server';
import { readNaming } from '$lib/teams/naming/naming.server';
import type { Actions, PageServerLoad } from './$types';
import { formAction, idOf, signedIn } from '../attempt.server';

export const load: PageServerLoad = ({ locals }) =>
	pageData(async () => {
		const { actor, database } = signedIn(locals);
		const page = await readBulkPage(database, actor);
		const { labels } = await readNaming(database, page.units[0]?.id ?? 0);
		return { ...page, labels, today: localDay(new Date()) };
	});

export const actions: Actions = {
	preview: formAction(async ({ actor, database, entered }) => {
		const { villages } = await previewMany(database, actor, bulkFromForm(entered));
		return { entered, villages: villages.map(shownVillage) };
	}),
	merge: formAction(async ({ actor, database, entered }) => ({
		merged: await mergeMany(database, actor, bulkFromForm(entered), new Date()),
	})),
	undo: formAction(async ({ actor, database, entered }) => ({
		undone: await undoMany(database, actor, idOf(entered['batch']), new Date()),
	})),
};
