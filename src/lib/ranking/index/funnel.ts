import { funnelBounds } from '../../contracts/awards/method';
import { wilsonShare } from '../../contracts/numbers/wilson';

/** A share of a unit's households, with how many there are. */
export interface FunnelUnit {
	unitId: number;
	households: number;
	share: number;
}

export type FunnelStanding = 'within' | 'above' | 'below';

/** Where a share still lies that differs from that of all by chance alone, by the inner and the outer of `funnelBounds`. */
export interface FunnelLimits {
	low: number;
	high: number;
	lowest: number;
	highest: number;
}

/** The same bounds as a funnel over sizes: wide for small units, whose share says least. */
export function funnelLimits(all: number, households: number): FunnelLimits {
	const { inner, outer } = funnelBounds;
	const sample = { checked: households, confirmed: all * households };
	return {
		low: wilsonShare(sample, -inner.deviations),
		high: wilsonShare(sample, inner.deviations),
		lowest: wilsonShare(sample, -outer.deviations),
		highest: wilsonShare(sample, outer.deviations),
	};
}

/** The share of all households together; null without any. */
export function shareOfAll(units: readonly FunnelUnit[]): number | null {
	const households = units.reduce((sum, unit) => sum + unit.households, 0);
	if (households === 0) return null;
	return units.reduce((sum, unit) => sum + unit.share * unit.households, 0) / households;
}

/** Whether a unit differs from all by more than chance explains for a place of its size. */
export function funnelStanding(all: number, unit: FunnelUnit): FunnelStanding {
	const { lowest, highest } = funnelLimits(all, unit.households);
	if (unit.share > highest) return 'above';
	return unit.share < lowest ? 'below' : 'within';
}
