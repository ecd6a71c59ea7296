import { error } from '@sveltejs/kit';
import { presentOrFormerCommune } from '$lib/admin-units/last-former-commune.server';
import { readMeasure } from '$lib/contracts/coverage';
import { localDay } from '$lib/contracts/local-time';
import type { CommuneEmbed } from '$lib/coverage/embed/view';
import { app } from '$lib/server/app';
import { loadCommune } from '../../../../(public)/commune/load.server';
import { readPinned } from '../../pinned.server';
import type { PageServerLoad } from './$types';

/** A commune's card for another site; of a former one too, whose frame stays where it was put. */
export const load: PageServerLoad = async (event): Promise<{ embed: CommuneEmbed }> => {
	const { database } = event.locals.handle;
	const today = localDay(new Date());
	const [code = ''] = event.params.unit.split('-');
	const unit = await presentOrFormerCommune(database, code, today);
	if (!unit) error(404, 'notFound');
	const pinned = await readPinned(event, unit.id);
	const view = await loadCommune(event, unit);
	const kept = pinned?.units.find(({ id }) => id === unit.id);
	const figures = pinned ? kept?.figures : (view.commune?.figures ?? undefined);
	const register = view.commune?.register ?? null;
	return {
		embed: {
			unit: { kind: kept?.kind ?? unit.kind, name: kept?.name ?? unit.name },
			...{ path: view.path, reported: figures !== undefined },
			reading: readMeasure(figures, 'allFive', register),
			note: {
				month: pinned?.version.period ?? view.period?.code ?? null,
				approvedAt: figures?.approvedAt ?? null,
				pinned: pinned?.version.number ?? null,
				demo: app().config.demo,
			},
		},
	};
};
