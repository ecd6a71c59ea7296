import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { describeDatabase } from '../../../tests/database';
import { addTestAccount, addUnit, openSession } from '../../../tests/database/accounts';
import { audited, inProvince, later, pair, start } from '../../../tests/database/screens';
import { changePosition, readChanges } from '../server/change-log';
import { screen } from '../server/db/schema';
import { ConflictError, ForbiddenError, InvalidError, NotFoundError } from '../server/errors';
import { handBack } from './hand-back.server';
import { readOwnScreen } from './read-own-screen.server';
import { readRemote } from './read-remote.server';
import { remoteCode } from './remote-code.server';
import { showOnScreen } from './show-on-screen.server';
import { takeRemote } from './take-remote.server';

describeDatabase('a screen’s remote control', (handle) => {
	const within = inProvince(handle);

	it('a phone that has the screen’s code decides what it shows until it is handed back', () =>
		within(async (world) => {
			const { database, admin, province } = world;
			const { screenId } = await pair(world);
			const account = await addTestAccount(database, 'viewer', 'viewer', province);
			const { actor: viewer } = await openSession(database, account);
			const [kept] = await database.select().from(screen).where(eq(screen.id, screenId));
			const code = (minutes: number) => remoteCode(kept?.remoteSecret ?? '', later(minutes));
			const take = (typed: string, at: number) =>
				takeRemote(database, viewer, screenId, typed, later(at));
			const show = (entered: Record<string, string>, at: number) =>
				showOnScreen(database, viewer, screenId, entered, later(at));
			const { lastNumber } = await changePosition(database);

			await expect(show({ scene: 'tinh' }, 1)).rejects.toThrow(ConflictError);
			await expect(take('', 1)).rejects.toThrow(ForbiddenError);
			await expect(take(code(0), 125)).rejects.toThrow(ForbiddenError);
			await take(code(0), 65);
			await show({ scene: 'tinh', commune: '99001', at: '' }, 66);
			const told = {
				...{ scene: 'tinh', commune: '99001', at: null },
				until: later(65 + 4 * 60).toISOString(),
			};
			expect(await readRemote(database, viewer, screenId, later(67))).toMatchObject({
				...{ show: told, until: later(65 + 4 * 60) },
			});
			expect(await readOwnScreen(database, screenId, String, later(67))).toMatchObject({
				...{ id: screenId, show: told },
			});
			await expect(show({ at: 'gestern' }, 67)).rejects.toThrow(InvalidError);
			await expect(show({ scene: 'province' }, 67)).rejects.toThrow(InvalidError);
			await handBack(database, viewer, screenId, later(68));
			await expect(show({ scene: 'tinh' }, 69)).rejects.toThrow(ConflictError);
			expect(await audited(database, `screen:${screenId}`)).toEqual([
				[admin.accountId, 'screen.pair'],
				[viewer.accountId, 'screen.takeRemote'],
				[viewer.accountId, 'screen.show'],
				[viewer.accountId, 'screen.handBack'],
			]);
			const { changes } = await readChanges(database, lastNumber, 10);
			expect(changes).toMatchObject([
				{ type: 'screen', screenId, path: [province], show: told },
				{ type: 'screen', screenId, path: [province], show: null },
			]);
		}));

	it('a remote control is over after four hours, with another one’s, and never a stranger’s', () =>
		within(async (world) => {
			const { database, admin, province } = world;
			const { screenId } = await pair(world);
			const [kept] = await database.select().from(screen).where(eq(screen.id, screenId));
			const code = remoteCode(kept?.remoteSecret ?? '', start);
			const elsewhere = await addUnit(database, '98', 'province', null);
			const people = [
				await addTestAccount(database, 'viewer', 'viewer', province),
				await addTestAccount(database, 'stranger', 'viewer', elsewhere),
			];
			const [viewer, stranger] = await Promise.all(
				people.map(async (id) => (await openSession(database, id)).actor),
			);
			if (!viewer || !stranger) throw new Error('Nobody is signed in.');
			await expect(takeRemote(database, stranger, screenId, code, start)).rejects.toThrow(
				NotFoundError,
			);
			await takeRemote(database, viewer, screenId, code, start);
			await showOnScreen(database, viewer, screenId, { scene: 'tinh' }, later(239));
			expect((await readRemote(database, viewer, screenId, later(240))).show).toBeNull();
			await expect(handBack(database, viewer, screenId, later(240))).rejects.toThrow(ConflictError);
			await takeRemote(database, viewer, screenId, code, later(30));
			await takeRemote(database, admin, screenId, code, later(31));
			await expect(
				showOnScreen(database, viewer, screenId, { scene: 'tinh' }, later(32)),
			).rejects.toThrow(ConflictError);
		}));
});
