import { expect, it } from 'vitest';
import { monthsSince } from './local-time';

it('every month since the first year can be chosen, and an older one that is asked for', () => {
	const months = monthsSince(2022, '2026-11-20');
	expect([months[0], months.at(-1), months.length]).toEqual(['2026-11', '2022-01', 59]);
	expect(monthsSince(2022, '2026-11-20', '2023-11')).toEqual(months);
	expect(monthsSince(2022, '2026-11-20', '2021-12')).toEqual([...months, '2021-12']);
	for (const asked of ['2026-12', '9999-12', '2021-13', 'x'])
		expect(monthsSince(2022, '2026-11-20', asked)).toEqual(months);
	expect(monthsSince(2030, '2026-11-20')).toEqual([]);
});
