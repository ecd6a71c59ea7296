import { expect, it } from 'vitest';
import { checkDossier, missingParts } from './checklist';
import { flagDossier, type RecordedFact } from './flags';

it('names what a dossier lacks of what the season asks of its kind', () => {
	const required = [
		{ part: 'minutes', kinds: ['individual'], legalBasis: 'Nghị định 152/2025' },
		{
			part: 'achievementReport',
			kinds: ['individual', 'commune'],
			legalBasis: 'Nghị định 152/2025',
		},
	] as const;
	const asked = required.map((one) => ({ ...one, kinds: [...one.kinds] }));
	const checked = checkDossier(asked, 'individual', [{ part: 'minutes' }, { part: 'photo' }]);
	expect(checked.map(({ part, held }) => [part, held])).toEqual([
		['minutes', 1],
		['achievementReport', 0],
	]);
	expect(missingParts(checked)).toEqual(['achievementReport']);
	expect(missingParts(checkDossier(asked, 'villageTeam', []))).toEqual([]);
});

it('flags an award within the years of the setting, and discipline within the time that counts', () => {
	const fact = (kind: RecordedFact['kind'], happenedOn: string): RecordedFact => ({
		...{ kind, happenedOn, title: 'Bằng khen', achievement: '', source: 'Quyết định 1' },
	});
	const span = { countsFrom: '2025-09-01', countsUntil: '2026-08-31', yearsSinceAward: 2 };
	const kinds = (facts: RecordedFact[], given = span) =>
		flagDossier(facts, given, []).map(({ kind }) => kind);
	expect(kinds([fact('award', '2024-10-10')])).toEqual(['recentAward']);
	expect(kinds([fact('award', '2024-08-31')])).toEqual([]);
	expect(kinds([fact('award', '2026-08-01')], { ...span, yearsSinceAward: 0 })).toEqual([]);
	expect(kinds([fact('discipline', '2025-08-31'), fact('falseReport', '2025-09-01')])).toEqual([
		'falseReport',
	]);
	expect(flagDossier([], span, ['Cá nhân tiêu biểu'])).toEqual([
		{ kind: 'otherCategory', categoryName: 'Cá nhân tiêu biểu' },
	]);
});
