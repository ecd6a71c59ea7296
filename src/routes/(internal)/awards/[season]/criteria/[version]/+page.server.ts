import { fail, type RequestEvent } from '@sveltejs/kit';
import { criteriaFromForm } from '$lib/awards/criteria/form';
import { readVersion } from '$lib/awards/criteria/read.server';
import { forceCriteria, signCriteria, unsignCriteria } from '$lib/awards/criteria/sign.server';
import { trialSpan, tryCriteria } from '$lib/awards/criteria/try.server';
import { readSeason } from '$lib/awards/season/read.server';
import { localDay } from '$lib/contracts/local-time';
import { idParameter, textFields } from '$lib/server/form';
import { formAnswer, pageData } from '$lib/server/http';
import type { Actions, PageServerLoad } from './$types';

const whichOf = (params: { season: string; version: string }) => ({
	seasonId: idParameter(params.season),
	versionId: idParameter(params.version),
});

export const load: PageServerLoad = ({ locals: { actor, handle }, params }) =>
	pageData(async () => {
		if (!actor) throw new Error('The route policy lets nobody in without an account.');
		const season = await readSeason(handle.database, actor, idParameter(params.season));
		const version = await readVersion(handle.database, actor, whichOf(params));
		const isOpen = season.frozenAt === null;
		return {
			...{ season, version, span: trialSpan(season.countsFrom) },
			counts: localDay(new Date()) >= season.countsFrom,
			mayWrite: isOpen && season.sits,
			mayForce: isOpen && (season.sits || season.keeps) && version.signerId !== actor.accountId,
		};
	});

const take =
	(verb: 'sign' | 'unsign' | 'force') =>
	async ({
		locals: { actor, handle },
		params,
	}: RequestEvent<{ season: string; version: string }>) => {
		if (!actor) return fail(401);
		return pageData(async () => {
			const which = whichOf(params);
			if (verb === 'unsign') await unsignCriteria(handle.database, actor, which);
			else if (verb === 'sign') await signCriteria(handle.database, actor, which, new Date());
			else await forceCriteria(handle.database, actor, which, new Date());
			return { done: verb };
		});
	};

export const actions: Actions = {
	try: async ({ locals: { actor, handle }, params, request }) => {
		if (!actor) return fail(401);
		const entered = textFields(await request.formData());
		return formAnswer(entered, async () => {
			const trial = { input: criteriaFromForm(entered), now: new Date() };
			return { shapes: await tryCriteria(handle.database, actor, whichOf(params), trial) };
		});
	},
	sign: take('sign'),
	unsign: take('unsign'),
	force: take('force'),
};
