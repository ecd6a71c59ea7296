import { eq, inArray } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { describeDatabase, rolledBack } from '../../../../tests/database';
import { makeAccount, makeProvince, reportOf } from '../../../../tests/database/province';
import type { Actor } from '../../contracts/accounts';
import { syncCatalogue } from '../../indicators/sync.server';
import { submitReports } from '../../reports/intake/submit.server';
import { decideReports } from '../../reports/review/decide.server';
import type { Database } from '../../server/db/client';
import { adminUnit } from '../../server/db/schema';
import { NotFoundError } from '../../server/errors';
import { listEditions, listEditionsOf } from './list-editions.server';
import { openFile } from './open-file.server';

const mergedOn = '2025-07-01';
const today = '2025-10-20';
const [before, after] = ['2025-05', '2025-08'];

interface Office {
	reporter: Actor;
	approver: Actor;
}

async function publish(database: Database, office: Office, unit: string, period: string) {
	const now = new Date(`${period === before ? '2025-06' : '2025-09'}-02T03:00:00Z`);
	const [sent] = await submitReports(database, office.reporter, [reportOf(unit, period, 40, 100)], {
		...{ channel: 'api', now },
	});
	expect(sent).toMatchObject({ status: 'accepted' });
	const request = { unit, period, decision: 'approve', revision: 1, comment: '' } as const;
	await decideReports(database, office.approver, [request], now);
}

/** The province ends with all in it; another one bears its code. */
async function merge(database: Database, countryId: number, former: number[]): Promise<Office> {
	await database.update(adminUnit).set({ validTo: mergedOn }).where(inArray(adminUnit.id, former));
	const named = (code: string, name: string) => ({ code, name, searchName: name.toLowerCase() });
	const [province] = await database
		.insert(adminUnit)
		.values({
			...named('98', 'Hợp Nhất'),
			...{ level: 'province', kind: 'tinh', parentId: countryId, validFrom: mergedOn },
		})
		.returning();
	const parentId = province?.id ?? 0;
	await database.insert(adminUnit).values({
		...named('98500', 'Sau'),
		...{ level: 'commune', kind: 'xa', parentId, validFrom: mergedOn },
	});
	return {
		reporter: await makeAccount(database, 'reporter-merged', 'reporter', parentId),
		approver: await makeAccount(database, 'approver-merged', 'approver', parentId),
	};
}

describeDatabase(
	'the editions of a province that was merged into another of its code',
	(handle) => {
		const setUp = async (database: Database) => {
			await syncCatalogue(database);
			const old = await makeProvince(database, { communes: 1, villages: 1 });
			const [commune] = old.communes;
			await publish(database, old, commune?.code ?? '', before);
			const ids = [
				old.provinceId,
				commune?.id ?? 0,
				...(commune?.villages ?? []).map(({ id }) => id),
			];
			return { old, merged: await merge(database, old.countryId, ids) };
		};
		const listed = async (database: Database) =>
			(await listEditions(database, '98', today)).editions.map(({ period }) => period);
		const newestFile = async (database: Database) => {
			const asked = { homeCode: '98', period: null, number: null, name: 'communes.csv', today };
			const { edition, read } = await openFile(database, asked);
			return [edition.period, new TextDecoder().decode(await read())] as const;
		};

		it('go on with those of the months before', () =>
			rolledBack(handle(), async (database) => {
				const { old, merged: office } = await setUp(database);
				expect(await listed(database)).toEqual([before]);
				expect((await newestFile(database))[0]).toBe(before);
				await publish(database, office, '98500', after);
				expect(await listed(database)).toEqual([after, before]);
				const [newest, text] = await newestFile(database);
				expect([newest, text.includes('98500')]).toEqual([after, true]);
				const of = (period: string) => listEditionsOf(database, '98', { period, today });
				for (const odd of ['0', '0001', '9999-12', '2026-13', '__proto__', '\'"<']) {
					expect(await of(odd)).toEqual({ place: null, editions: [] });
					const file = { homeCode: '98', period: odd, number: null, name: 'communes.csv', today };
					await expect(openFile(database, file)).rejects.toThrow(NotFoundError);
				}
				expect(await of(after)).toMatchObject({ place: { name: 'Hợp Nhất' }, editions: [{}] });
				expect(await of(before)).toMatchObject({
					...{ place: { id: old.provinceId, validTo: mergedOn }, editions: [{ period: before }] },
				});
			}));

		it('are of the whole country where no code is configured and there was another province', () =>
			rolledBack(handle(), async (database) => {
				const { old } = await setUp(database);
				const other = await makeProvince(database, { communes: 1, villages: 1, code: '97' });
				await database
					.update(adminUnit)
					.set({ validTo: mergedOn, parentId: old.countryId })
					.where(eq(adminUnit.id, other.provinceId));
				const asked = { period: before, today };
				expect(await listEditionsOf(database, undefined, asked)).toMatchObject({
					...{ place: { level: 'country' }, editions: [{ period: before }] },
				});
				expect((await listEditions(database, undefined, today)).editions).toHaveLength(1);
			}));
	},
);
