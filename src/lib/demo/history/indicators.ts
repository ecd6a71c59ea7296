import type { IndicatorValue } from '../../reports/schemas';
import type { Random } from '../random';
import type { Figures } from './figures';

/** What a report says beside the households: rounded, unknown or not applicable here and there. */
export function indicatorValues(figures: Figures, random: Random): IndicatorValue[] {
	const known = (
		indicator: string,
		value: number,
		qualifier: IndicatorValue['qualifier'] = '=',
	): IndicatorValue => ({ indicator, status: 'value', value, qualifier });
	const unknown = (indicator: string, status: 'notAvailable' | 'notApplicable') => ({
		indicator,
		status,
		value: null,
		qualifier: '=' as const,
	});
	const sessions = random.whole(0, 4);
	const people = sessions * random.whole(12, 45);
	const attendance =
		people > 60 && random.chance(0.3)
			? known('outreachAttendance', Math.floor(people / 10) * 10, random.pick(['~', '>']))
			: known('outreachAttendance', people);
	return [
		known('outreachSessions', sessions),
		random.chance(0.04) ? unknown('outreachAttendance', 'notAvailable') : attendance,
		random.chance(0.08)
			? unknown('publicServiceAccounts', 'notAvailable')
			: known('publicServiceAccounts', Math.round(figures.serviceAccount * 1.4)),
		...(random.chance(0.05) ? [unknown('marketplaceShops', 'notApplicable')] : []),
	];
}
