import { expect, it } from 'vitest';
import { isAboutThings } from './about-things';
import { catalogue } from './catalogue';

const codes = catalogue.filter(isAboutThings).map(({ code }) => code);

it('takes sessions, leaflets, teams and products for things', () => {
	for (const code of [
		'outreachSessions',
		'leaflets',
		'villagesWithTeamShare',
		'ocopProductsListed',
	])
		expect(codes).toContain(code);
});

it('never takes people, households, turns, money or accounts for things, nor a share of them', () => {
	const about = catalogue.filter(isAboutThings);
	for (const { countingUnit } of about)
		expect(['sessions', 'items', 'share']).toContain(countingUnit);
	for (const code of ['publicServiceAccounts', 'marketplaceShops', 'payingShare', 'allFiveShare'])
		expect(codes).not.toContain(code);
});
