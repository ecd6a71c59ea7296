import type { Actor } from '../contracts/accounts';
import type { Database } from '../server/db/client';
import { idParameter, uploadedFile } from '../server/form';
import { formAnswer, pageData } from '../server/http';
import { photoFromForm, practiceFromForm, reviewFromForm } from './form';
import { addPhoto, removePhoto } from './photos.server';
import { reviewPractice } from './review.server';
import { rewritePractice } from './write.server';

/** A form on the page of one practice. */
interface PracticeForm {
	database: Database;
	actor: Actor;
	/** As it stands in the address. */
	practice: string;
	data: FormData;
	entered: Record<string, string>;
}

export const rewriteByForm = ({ database, actor, practice, entered }: PracticeForm) =>
	formAnswer({ ...entered, part: 'text' }, async () => {
		const id = idParameter(practice);
		await rewritePractice(database, actor, id, practiceFromForm(entered), new Date());
		return { done: 'sent' as const };
	});

export const reviewByForm = ({ database, actor, practice, entered }: PracticeForm) =>
	formAnswer({ ...entered, part: 'review' }, async () => {
		const id = idParameter(practice);
		return { done: await reviewPractice(database, actor, id, reviewFromForm(entered), new Date()) };
	});

export const addPhotoByForm = ({ database, actor, practice, data, entered }: PracticeForm) =>
	formAnswer({ ...entered, part: 'photo' }, async () => {
		await addPhoto(database, actor, idParameter(practice), {
			photo: uploadedFile(data, 'photo'),
			input: photoFromForm(entered),
			now: new Date(),
		});
		return { done: 'added' as const };
	});

export const removePhotoByForm = ({ database, actor, practice, entered }: PracticeForm) =>
	pageData(async () => {
		const photoId = idParameter(entered['photoId'] ?? '');
		await removePhoto(database, actor, idParameter(practice), photoId, new Date());
		return { done: 'removed' as const };
	});
