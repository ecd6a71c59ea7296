import { untrack } from 'svelte';
import type { Unit } from '$lib/contracts/admin-units';
import type { Snapshot } from '$lib/contracts/events';
import type { Period } from '$lib/contracts/reports';
import { LiveState } from '$lib/live/LiveState.svelte';

export interface Followed {
	period: Period;
	scope: Unit;
	position: { number: number; at: string };
}

/** Least time between two readings of the list, however many changes come in. */
const pause = 1_000;

/**
 * Reads the list anew whenever the change log has moved past it. A ranking needs all villages of a
 * province and a year of deadlines, so the server counts it; only the number is followed here.
 */
export function followRanking(followed: () => Followed, reload: () => Promise<void>): LiveState {
	const first = untrack(() => withoutFigures(followed()));
	const live = new LiveState(() => first, {
		stream: 'internal',
		readSnapshot: async () => {
			await reload();
			return withoutFigures(followed());
		},
	});
	let reading = $state(false);
	$effect(() => {
		if (reading || live.number <= followed().position.number) return;
		reading = true;
		void reload()
			.then(() => new Promise((resolve) => setTimeout(resolve, pause)))
			.finally(() => (reading = false));
	});
	return live;
}

function withoutFigures({ period, scope, position }: Followed): Snapshot {
	return {
		...position,
		period,
		scope: { ...scope, register: null, reportsRequired: 0 },
		units: [],
		provinces: [],
		figures: [],
		statuses: [],
		previous: null,
	};
}
