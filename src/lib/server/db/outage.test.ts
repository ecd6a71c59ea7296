import { expect, it } from 'vitest';
import { ForbiddenError } from '../errors';
import { outageOf } from './outage';

const failed = (code: string) =>
	new Error('Failed query', { cause: Object.assign(new Error('x'), { code }) });

it.each([
	['ECONNRESET', 'databaseAway'],
	['CONNECTION_CLOSED', 'databaseAway'],
	['57P01', 'databaseAway'],
	['53300', 'databaseAway'],
	['55P03', 'databaseBusy'],
	['57014', 'databaseBusy'],
	['53100', 'diskFull'],
])('%s passes: %s', (code, expected) => {
	expect(outageOf(failed(code))).toMatchObject({ status: 503, code: expected });
});

it('is nothing that the program did wrong, or was refused for good', () => {
	expect(outageOf(failed('23505'))).toBeUndefined();
	expect(outageOf(new ForbiddenError('no'))).toBeUndefined();
	expect(outageOf(new TypeError('undefined'))).toBeUndefined();
});
