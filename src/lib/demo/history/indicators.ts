import type { IndicatorValue } from '../../reports/schemas';
import type { Random } from '../random';
import type { Figures } from './figures';

/** What a report says beside the households: rounded, unknown or not applicable here and there. */
export function indicatorValues(figures: Figures, random: Random): IndicatorValue[] {
	const counted = (
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
			? counted('outreachAttendance', Math.floor(people / 10) * 10, random.pick(['~', '>']))
			: counted('outreachAttendance', people);
	return [
		counted('outreachSessions', sessions),
		random.chance(0.04) ? unknown('outreachAttendance', 'notAvailable') : attendance,
		random.chance(0.08)
			? unknown('publicServiceAccounts', 'notAvailable')
			: counted('publicServiceAccounts', Math.round(figures.serviceAccount * 1.4)),
		...trade(figures, random.next()).map(([indicator, value]) =>
			value === null ? unknown(indicator, 'notApplicable') : counted(indicator, value),
		),
	];
}

/** What some villages say of trade, which others than they count too; null: not applicable. */
function trade({ serviceAccount }: Figures, chance: number): [string, number | null][] {
	if (chance < 0.05) return [['marketplaceShops', null]];
	if (chance < 0.9) return [];
	return [
		['marketplaceShops', Math.round(serviceAccount / 12)],
		['paymentAccounts', Math.round(serviceAccount * 1.1)],
	];
}
