import { json } from '@sveltejs/kit';
import { hasFigures, sceneOfWord } from '$lib/contracts/wall';
import { NotFoundError } from '$lib/server/errors';
import { app } from '$lib/server/app';
import { answer, problem } from '$lib/server/http';
import { momentOf } from '$lib/wall/moment';
import { readScene } from '$lib/wall/read-scene.server';
import type { RequestHandler } from './$types';

/** What a scene shows beside the snapshot, now or as it stood at `luc`. */
export const GET: RequestHandler = ({ locals: { actor, screen, handle }, params, url }) =>
	answer(async () => {
		const viewer = actor ?? screen;
		if (!viewer) return problem(401, 'signIn');
		const scene = sceneOfWord(params.scene);
		if (!scene || !hasFigures(scene)) throw new NotFoundError('There is no such scene.');
		const figures = await readScene(handle.database, scene, {
			...{ actor: viewer, homeCode: app().config.homeUnit },
			month: url.searchParams.get('thang') ?? undefined,
			...momentOf(url.searchParams.get('luc')),
		});
		return json({ figures }, { headers: { 'cache-control': 'no-store' } });
	});
