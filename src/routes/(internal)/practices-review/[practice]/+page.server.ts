import { fail } from '@sveltejs/kit';
import { photoFromForm, practiceFromForm, reviewFromForm } from '$lib/practices/form';
import { addPhoto, removePhoto } from '$lib/practices/photos.server';
import { readPractice } from '$lib/practices/read.server';
import { reviewPractice } from '$lib/practices/review.server';
import { rewritePractice } from '$lib/practices/write.server';
import { idParameter, textFields, uploadedFile } from '$lib/server/form';
import { formAnswer, pageData } from '$lib/server/http';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { actor, handle }, params, url }) =>
	pageData(async () => {
		if (!actor) throw new Error('The route policy lets nobody in without an account.');
		return {
			practice: await readPractice(handle.database, actor, idParameter(params.practice)),
			justSent: url.searchParams.has('da-gui'),
		};
	});

export const actions: Actions = {
	rewrite: async ({ locals: { actor, handle }, params, request }) => {
		if (!actor) return fail(401);
		const entered = textFields(await request.formData());
		return formAnswer({ ...entered, part: 'text' }, async () => {
			const id = idParameter(params.practice);
			await rewritePractice(handle.database, actor, id, practiceFromForm(entered), new Date());
			return { done: 'sent' as const };
		});
	},
	review: async ({ locals: { actor, handle }, params, request }) => {
		if (!actor) return fail(401);
		const entered = textFields(await request.formData());
		return formAnswer({ ...entered, part: 'review' }, async () => {
			const id = idParameter(params.practice);
			return {
				done: await reviewPractice(handle.database, actor, id, reviewFromForm(entered), new Date()),
			};
		});
	},
	addPhoto: async ({ locals: { actor, handle }, params, request }) => {
		if (!actor) return fail(401);
		const data = await request.formData();
		const entered = textFields(data);
		return formAnswer({ ...entered, part: 'photo' }, async () => {
			await addPhoto(handle.database, actor, idParameter(params.practice), {
				photo: uploadedFile(data, 'photo'),
				input: photoFromForm(entered),
			});
			return { done: 'added' as const };
		});
	},
	removePhoto: async ({ locals: { actor, handle }, params, request }) => {
		if (!actor) return fail(401);
		const { photoId = '' } = textFields(await request.formData());
		return pageData(async () => {
			const id = idParameter(params.practice);
			await removePhoto(handle.database, actor, id, idParameter(photoId));
			return { done: 'removed' as const };
		});
	},
};
