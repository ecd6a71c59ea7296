import type { RequestEvent } from '@sveltejs/kit';
import type { Unit } from '$lib/contracts/admin-units';
import { readMeasure } from '$lib/contracts/coverage';
import { localDay } from '$lib/contracts/local-time';
import type { Pinned } from '$lib/coverage/embed/read-pinned.server';
import type { CommuneEmbed } from '$lib/coverage/embed/view';
import { loadCommune } from '../../../../(public)/commune/load.server';
import { communePath } from '../../../../(public)/commune/path';

/** What a commune's page says now, as a card. */
export async function liveCard(
	event: Pick<RequestEvent, 'locals' | 'url'>,
	unit: Unit,
	demo: boolean,
): Promise<CommuneEmbed> {
	const { commune, period, path } = await loadCommune(event, unit);
	const figures = commune?.figures ?? undefined;
	return {
		...{ unit, path, reported: figures !== undefined },
		reading: readMeasure(figures, 'allFive', commune?.register ?? null),
		note: {
			...{ month: period?.code ?? null, approvedAt: figures?.approvedAt ?? null },
			...{ pinned: null, demo },
		},
	};
}

/** The card of a version, made of nothing but what was recorded of it. */
export function pinnedCard(pinned: Pinned, unit: Unit, demo: boolean): CommuneEmbed {
	const { period, number } = pinned.version;
	const figures = pinned.figuresOf(unit.id);
	return {
		unit: pinned.nameOf(unit.id) ?? unit,
		path: communePath(unit, localDay(new Date())),
		reported: figures !== undefined,
		reading: pinned.readingOf(unit.id, 'allFive'),
		note: { month: period, approvedAt: figures?.approvedAt ?? null, pinned: number, demo },
	};
}
