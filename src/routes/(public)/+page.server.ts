import { leadFromStart } from '$lib/accounts/access/start.server';
import { app } from '$lib/server/app';
import { pageData } from '$lib/server/http';
import { loadMap } from './load-map.server';
import { readMonthNews } from './month-news.server';
import { outlineMap } from './outline-map.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	pageData(async () => {
		event.depends('app:structure');
		await leadFromStart(event);
		const map = await loadMap(event, app().config.homeUnit);
		const coverageMonth = map && outlineMap(map, event);
		const news =
			coverageMonth &&
			(await readMonthNews(event.locals.handle.database, {
				...{ homeCode: app().config.homeUnit, now: new Date() },
			}));
		return { coverageMonth, news, live: coverageMonth !== null };
	});
