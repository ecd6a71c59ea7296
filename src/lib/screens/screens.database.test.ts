import { eq, sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { describeDatabase } from '../../../tests/database';
import { addTestAccount, addUnit, openSession } from '../../../tests/database/accounts';
import {
	address,
	audited,
	begin,
	inProvince,
	later,
	pair,
	start,
	userAgent,
} from '../../../tests/database/screens';
import { hashSecret } from '../accounts/secret.server';
import type { ScreenReport } from '../contracts/screens';
import { appendChanges, changePosition } from '../server/change-log';
import { auditLog, changeLog, screenPairing, screenToken } from '../server/db/schema';
import { ForbiddenError, InvalidError, NotFoundError } from '../server/errors';
import { approvePairing } from './approve-pairing.server';
import { beginPairing } from './begin-pairing.server';
import { changeScreen } from './change-screen.server';
import { findPairing } from './find-pairing.server';
import { forgetPairings } from './forget-pairings.server';
import { identifyScreen } from './identify-screen.server';
import { keepReport } from './keep-report.server';
import { listScreens } from './list-screens.server';
import { withScreens } from './live-access.server';
import { readPairing } from './read-pairing.server';
import { refusePairing } from './refuse-pairing.server';
import { renewToken } from './renew-token.server';
import { revokeScreen } from './revoke-screen.server';

const day = 24 * 60;
const nobody = {
	identify: () => Promise.resolve(null),
	currentSessions: () => Promise.resolve(new Map<string, readonly number[]>()),
};

describeDatabase('paired screens', (handle) => {
	const within = inProvince(handle);

	it('a screen opens nothing until its code is approved, and then reads as a viewer of its unit', () =>
		within(async (world) => {
			const { database, admin, province } = world;
			const { code, tokenHash, token } = await begin(world);
			expect(await identifyScreen(database, tokenHash, later(1))).toBeNull();
			const found = await findPairing(database, { actor: admin, address }, code, later(1));
			expect(found).toEqual({
				asking: { code, userAgent, address, width: 1920, height: 1080, askedAt: start },
			});
			const entered = { name: 'Sảnh', unit: String(province) };
			const screenId = await approvePairing(database, admin, code, entered, later(2));
			expect(await identifyScreen(database, tokenHash, later(2))).toEqual({
				screenId,
				grants: [{ role: 'viewer', unitId: province }],
			});
			expect(await readPairing(database, tokenHash, later(2))).toBeNull();
			await expect(approvePairing(database, admin, code, entered, later(3))).rejects.toThrow(
				NotFoundError,
			);
			const stored = [
				await database.select().from(screenPairing),
				await database.select().from(screenToken),
				await database.select().from(auditLog),
			];
			expect(JSON.stringify(stored)).not.toContain(token);
			expect(stored[2]?.at(-1)).toMatchObject({
				...{ accountId: admin.accountId, action: 'screen.pair', subject: `screen:${screenId}` },
				details: { name: 'Sảnh', unitId: province, userAgent, address },
			});
		}));

	it('a code is gone after ten minutes, when it is refused, and with what is tidied up', () =>
		within(async (world) => {
			const { database, admin } = world;
			const { code, tokenHash } = await begin(world);
			const find = (at: Date) => findPairing(database, { actor: admin, address }, code, at);
			expect(await find(later(9.9))).toHaveProperty('asking');
			expect(await find(later(10))).toEqual({ unknown: true });
			expect(await readPairing(database, tokenHash, later(10))).toBeNull();
			const other = await begin(world);
			await refusePairing(database, admin, other.code, later(1));
			expect(await readPairing(database, other.tokenHash, later(2))).toEqual({ state: 'refused' });
			await expect(
				approvePairing(database, admin, other.code, { name: 'x', unit: '1' }, later(2)),
			).rejects.toThrow(ForbiddenError);
			await expect(refusePairing(database, admin, other.code, later(2))).rejects.toThrow(
				NotFoundError,
			);
			expect(await audited(database, 'screen:new')).toEqual([[admin.accountId, 'screen.refuse']]);
			await forgetPairings(database, later(11));
			expect(await database.select().from(screenPairing)).toEqual([]);
		}));

	it('is bound only to a unit that the administrator administers, and has a name', () =>
		within(async (world) => {
			const { database, admin, commune } = world;
			const elsewhere = await addUnit(database, '98', 'province', null);
			const { code } = await begin(world);
			const approve = (name: string, unit: number) =>
				approvePairing(database, admin, code, { name, unit: String(unit) }, later(1));
			await expect(approve('Sảnh', elsewhere)).rejects.toThrow(ForbiddenError);
			await expect(approve(' ', commune)).rejects.toThrow(InvalidError);
			const screenId = await approve('Sảnh', commune);
			const rebind = changeScreen(database, admin, screenId, { name: 'x', unit: `${elsewhere}` });
			await expect(rebind).rejects.toThrow(ForbiddenError);
			const account = await addTestAccount(database, 'other', 'administrator', elsewhere);
			const { actor: stranger } = await openSession(database, account);
			expect(await listScreens(database, stranger, later(1))).toEqual([]);
			await expect(revokeScreen(database, stranger, screenId, later(1))).rejects.toThrow(
				NotFoundError,
			);
		}));

	it('too many wrong codes are looked at no more, and too many screens get none', () =>
		within(async (world) => {
			const { database, admin } = world;
			const { code } = await begin(world);
			const guess = (typed: string) =>
				findPairing(database, { actor: admin, address }, typed, later(1));
			// What can't be a code is no try.
			for (let time = 0; time < 40; time++)
				expect(await guess('\u0000 aeiou')).toEqual({ unknown: true });
			for (let time = 0; time < 10; time++)
				expect(await guess('BBBB-BBBB')).toEqual({ unknown: true });
			expect(await guess(code)).toHaveProperty('wait');
			for (let time = 1; time < 20; time++) await begin(world);
			expect(
				await beginPairing(database, { address, userAgent, entered: {} }, start),
			).toHaveProperty('wait');
		}));

	it('changes its token daily; the old one holds until a minute after the new one was used, however often that is lost', () =>
		within(async (world) => {
			const { database } = world;
			const { screenId, tokenHash } = await pair(world);
			const knows = async (hash: string, at: Date) =>
				(await identifyScreen(database, hash, at))?.screenId === screenId;
			expect(await knows(tokenHash, later(1))).toBe(true);
			expect(await renewToken(database, tokenHash, later(day - 1))).toBeNull();
			const lost = hashSecret((await renewToken(database, tokenHash, later(day))) ?? '');
			expect(await knows(tokenHash, later(day + 1))).toBe(true);
			const second = hashSecret((await renewToken(database, tokenHash, later(day + 120))) ?? '');
			expect(await knows(lost, later(day + 121))).toBe(false);
			expect(await knows(tokenHash, later(day + 121))).toBe(true);
			expect(await knows(second, later(day + 122))).toBe(true);
			expect(await knows(tokenHash, later(day + 122.9))).toBe(true);
			expect(await knows(tokenHash, later(day + 123))).toBe(false);
			expect(await knows(second, later(day + 124))).toBe(true);
			expect(await renewToken(database, second, later(3 * day))).not.toBeNull();
			expect(await database.$count(screenToken)).toBe(2);
		}));

	it('is known again after 90 days without a connection, and after 400 no more', () =>
		within(async (world) => {
			const { database } = world;
			const { tokenHash } = await pair(world);
			expect(await identifyScreen(database, tokenHash, later(90 * day))).not.toBeNull();
			expect(await identifyScreen(database, tokenHash, later(399 * day))).not.toBeNull();
			expect(await identifyScreen(database, tokenHash, later(400 * day))).toBeNull();
		}));

	it('reads nothing once it is revoked, and its socket isn’t current any more', () =>
		within(async (world) => {
			const { database, admin, province, commune } = world;
			const { screenId, tokenHash, token } = await pair(world);
			const access = withScreens(nobody, database, { origin: undefined });
			const live = await access.identify(`theme=dark; screen=${token}`);
			expect(live).toEqual({ key: `screen:${screenId}`, unitIds: [province], screenId });
			const keys = [live?.key ?? ''];
			await changeScreen(database, admin, screenId, { name: 'Sảnh', unit: String(commune) });
			expect([...(await access.currentSessions(keys))]).toEqual([[keys[0], [commune]]]);
			await revokeScreen(database, admin, screenId, later(5));
			expect((await access.currentSessions(keys)).size).toBe(0);
			expect(await access.identify(`screen=${token}`)).toBeNull();
			expect(await identifyScreen(database, tokenHash, later(6))).toBeNull();
			expect(await audited(database, `screen:${screenId}`)).toEqual([
				[admin.accountId, 'screen.pair'],
				[admin.accountId, 'screen.change'],
				[admin.accountId, 'screen.revoke'],
			]);
		}));

	it('a screen that shows old figures is marked, and one that falls silent', () =>
		within(async (world) => {
			const { database, admin, province } = world;
			const { screenId } = await pair(world);
			const { lastNumber } = await changePosition(database);
			const report = (number: number): ScreenReport => ({
				...{ scene: 'tinh', release: '1', at: null, number, confirmedAt: start.toISOString() },
				...{ width: 1920, height: 1080, memory: 90 },
			});
			const stateAt = async (at: Date) => (await listScreens(database, admin, at))[0]?.state;
			await keepReport(database, screenId, report(lastNumber), later(1));
			expect(await stateAt(later(2))).toBe('current');
			const missed = await appendChanges(database, [
				{ type: 'session', seasonId: 1, path: [province] },
			]);
			await database
				.update(changeLog)
				.set({ at: later(2) })
				.where(eq(changeLog.number, missed));
			expect(await stateAt(later(3))).toBe('current');
			await keepReport(database, screenId, report(lastNumber), later(2.4));
			expect(await stateAt(later(3))).toBe('current');
			await keepReport(database, screenId, report(lastNumber), later(3));
			expect(await stateAt(later(3))).toBe('behind');
			await keepReport(database, screenId, report(missed), later(4));
			expect(await stateAt(later(5))).toBe('current');
			expect(await stateAt(later(8))).toBe('silent');
			await database.execute(sql`update change_counter set pruned_to = ${missed + 1}`);
			await keepReport(database, screenId, report(missed), later(9));
			expect(await stateAt(later(9))).toBe('behind');
			expect(await listScreens(database, admin, later(9), screenId)).toMatchObject([
				{ name: 'Phòng họp tầng 2', unit: { id: province }, report: report(missed), address },
			]);
		}));
});
