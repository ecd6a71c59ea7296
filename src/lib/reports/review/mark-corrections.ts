import type { ChangePayload } from '../../contracts/events';
import type { CorrectionCause } from '../../contracts/publication';

/** Says of approved figures that they changed because a report of the unit, or one below, was replaced. */
export function markCorrections(
	payloads: readonly ChangePayload[],
	corrected: ReadonlyMap<number, CorrectionCause>,
): ChangePayload[] {
	const causes = new Map<string, CorrectionCause>();
	for (const payload of payloads) {
		if (payload.type !== 'figures' || payload.basis !== 'approved') continue;
		const cause = corrected.get(payload.unitId);
		if (cause === undefined) continue;
		for (const unitId of payload.path) causes.set(`${unitId}:${payload.periodId}`, cause);
	}
	return payloads.map((payload) => {
		if (payload.type !== 'figures' || payload.audience !== 'public') return payload;
		const correction = causes.get(`${payload.unitId}:${payload.periodId}`);
		return correction === undefined ? payload : { ...payload, correction };
	});
}
