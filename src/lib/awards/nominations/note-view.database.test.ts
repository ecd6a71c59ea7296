import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { describeDatabase, rolledBack } from '../../../../tests/database';
import { bringTo, inTime, listNominee, makeSeason } from '../../../../tests/database/award-season';
import { auditLog } from '../../server/db/schema';
import { readRoom } from '../council/read-room.server';
import { readSession } from '../council/read-session.server';
import { listNominations } from './list.server';
import { readNominationForm } from './read-form.server';

describeDatabase('views of candidates', (handle) => {
	it('are logged where a list names persons: once a day for each account and list', () =>
		rolledBack(handle(), async (database) => {
			const season = await makeSeason(database);
			const { seasonId, committee, nominator, chair, individuals, one, people } = season;
			const deputy = season.sitting('deputy');
			const seen = async () => {
				const rows = await database
					.select()
					.from(auditLog)
					.where(eq(auditLog.action, 'nomination.read'))
					.orderBy(auditLog.id);
				// The chair's own views are those by which the test leads the council on.
				const others = rows.filter(({ accountId }) => accountId !== chair.accountId);
				return others.map(({ accountId, subject, details }) => [accountId, subject, details]);
			};
			const [person] = people;
			if (!person) throw new Error('somebody');
			const code = one.villages[0]?.code ?? '';
			const ask = (category: number) =>
				readNominationForm(
					database,
					nominator,
					seasonId,
					{ category: String(category), unit: code },
					inTime,
				);
			await listNominee(database, season, { categoryId: season.communes.id, unitId: one.id });
			await ask(season.communes.id);
			await listNominations(database, committee, seasonId);
			await readRoom(database, deputy, seasonId);
			await readSession(database, deputy, seasonId, inTime);
			expect(await seen()).toEqual([]);
			expect((await ask(individuals.id)).candidates).toHaveLength(2);
			await listNominee(database, season, { categoryId: individuals.id, ...person });
			await bringTo(database, season, 'scoring');
			await readRoom(database, deputy, seasonId);
			const hidden = [[nominator.accountId, `unit:${person.unitId}`, { where: 'form' }]];
			expect(await seen()).toEqual(hidden);
			await bringTo(database, season, 'discussion');
			for (let time = 0; time < 2; time++) {
				await listNominations(database, committee, seasonId);
				await readRoom(database, deputy, seasonId);
				await readSession(database, deputy, seasonId, inTime);
			}
			expect(await seen()).toEqual([
				...hidden,
				[committee.accountId, `season:${seasonId}`, { where: 'list' }],
				[deputy.accountId, `season:${seasonId}`, { where: 'room' }],
				[deputy.accountId, `season:${seasonId}`, { where: 'session' }],
			]);
		}));
});
