import { error } from '@sveltejs/kit';
import { readMeasure } from '$lib/contracts/coverage';
import type { MapEmbed } from '$lib/coverage/embed/view';
import {
	classWordsOf,
	legendTitleOf,
	shownOf,
} from '$lib/coverage/explorer/colouring/colouring-text';
import { parameters } from '$lib/coverage/explorer/selection';
import { mapStateOf } from '$lib/coverage/map-state';
import type { Drawing } from '$lib/map/geometry/projection';
import { app } from '$lib/server/app';
import { pageData } from '$lib/server/http';
import { levels } from '$lib/coverage/explorer/colouring/classes';
import { readPicture } from '../../../(public)/pictures/map.server';
import { wordsOf } from '../../../(public)/pictures/words.server';
import { askedVersion, pinnedTo } from '../pinned.server';
import type { PageServerLoad } from './$types';

/** The map of the home unit for another site. */
export const load: PageServerLoad = (event) =>
	pageData(async (): Promise<{ embed: MapEmbed; drawing: Drawing | null }> => {
		const read = await readPicture(event, app().config.homeUnit);
		if (!read) error(404, 'notFound');
		const { map, measure } = read;
		const { scope, period, units, figures } = map.snapshot;
		const asked = askedVersion(event.url);
		const pinned = asked && (await pinnedTo(event.locals.handle.database, scope.id, asked));
		const live = figures.find(({ unitId }) => unitId === scope.id);
		const own = pinned ? pinned.figuresOf(scope.id) : live;
		const states = pinned
			? units.map(({ id }): MapEmbed['states'][number] => [
					id,
					mapStateOf(pinned.readingOf(id, measure), 'pending'),
				])
			: [...read.states];
		// What grew, or was late, isn't kept: a pinned map is one of levels.
		const shown = pinned ? { ...read, ...levels, classes: null } : read;
		const words = await wordsOf(event.locals.locale);
		return {
			drawing: map.picture?.drawing ?? null,
			embed: {
				...{ place: pinned?.nameOf(scope.id) ?? scope, measure, states, query: event.url.search },
				shown: shownOf(shown, words),
				legendTitle: legendTitleOf(shown, measure, words),
				classes: classWordsOf(shown, shown.classes, words),
				picked: event.url.searchParams.get(parameters.picked),
				reading: pinned?.readingOf(scope.id, measure) ?? readMeasure(live, measure, scope.register),
				note: {
					...{ month: period.code, approvedAt: own?.approvedAt ?? null },
					...{ pinned: pinned?.version.number ?? null, demo: app().config.demo },
				},
			},
		};
	});
