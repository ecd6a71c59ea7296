import { describe, expect, it } from 'vitest';
import { relationToLog, takenFromLog, unlikeLog } from './log-counts';

const log = { outreachSessions: 3, leaflets: 60, citizenSessions: 0 };
const indicators = ['leaflets', 'outreachSessions', 'citizenSessions', 'members'].map((code) => ({
	code,
}));

describe('a form beside the log', () => {
	it('says less, more or the same', () => {
		const relation = (value: string, mark?: string) =>
			relationToLog(
				{ 'values.leaflets': value, ...(mark ? { 'values.leaflets.mark': mark } : {}) },
				'leaflets',
				1060,
			);
		expect(relationToLog({}, 'leaflets', 60)).toBe('blank');
		expect(relation('1.060')).toBe('same');
		expect(relation('1059')).toBe('below');
		expect(relation('1061')).toBe('above');
		expect(relation('1060', '~')).toBe('other');
		expect(relation('', 'notAvailable')).toBe('other');
		expect(relation('sáu mươi')).toBe('other');
	});

	it('is unlike it where a figure is blank or another, in the order of the form', () => {
		expect(unlikeLog({ 'values.outreachSessions': '3' }, log, indicators)).toEqual([
			'leaflets',
			'citizenSessions',
		]);
		expect(unlikeLog({}, {}, indicators)).toEqual([]);
	});

	it('agrees with it once its figures are taken over, whatever was entered', () => {
		const entered = {
			'values.leaflets': '5',
			'values.leaflets.mark': '>',
			'values.members': '7',
		};
		const taken = { ...entered, ...takenFromLog(log, unlikeLog(entered, log, indicators)) };
		expect(unlikeLog(taken, log, indicators)).toEqual([]);
		expect(taken).toMatchObject({ 'values.leaflets': '60', 'values.members': '7' });
	});
});
