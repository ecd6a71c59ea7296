import { wholeNumber } from '$lib/contracts/text/address';
import { catalogue } from '$lib/indicators/catalogue';
import { readReceipt } from '$lib/reports/review/receipt.server';
import { pageData } from '$lib/server/http';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { actor, handle, locale }, params, url }) =>
	pageData(async () => {
		if (!actor) throw new Error('The route policy lets nobody in without an account.');
		const revision = wholeNumber(url.searchParams.get('ban')) ?? undefined;
		const receipt = await readReceipt(handle.database, actor, params, revision);
		const reported = Object.keys(receipt.revision.values);
		return {
			receipt,
			indicators: catalogue
				.filter(({ code }) => reported.includes(code))
				.map(({ code, name }) => ({ code, name: name[locale] })),
		};
	});
