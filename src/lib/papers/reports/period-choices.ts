import { addMonths } from '../../contracts/local-time';

/** The months and quarters of the last two years that have begun, newest first, as codes. */
export function periodChoices(today: string): { months: string[]; quarters: string[] } {
	const months = Array.from({ length: 24 }, (_, index) => addMonths(today.slice(0, 7), -index));
	const quarters = months.map(
		(month) => `${month.slice(0, 4)}-Q${Math.ceil(Number(month.slice(5)) / 3)}`,
	);
	return { months, quarters: [...new Set(quarters)] };
}
