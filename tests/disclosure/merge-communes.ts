import { among } from '../../src/lib/server/db/among';
import type { Database } from '../../src/lib/server/db/client';
import { adminUnit, unitLineage } from '../../src/lib/server/db/schema';
import { toAddress } from '../../src/lib/messages/addresses';
import type { TestProvince } from '../database/province';

/** After all that is reported, and before the day on which it is read. */
const mergedOn = '2026-11-15';
export const mergedName = 'Hợp Nhất';
const merged = { code: '98500', name: mergedName };

/** The first two communes become one, of which nothing is reported: the public adds up what it has of both. */
export async function mergeCommunes(
	database: Database,
	{ provinceId, communes }: TestProvince,
): Promise<void> {
	const former = communes.slice(0, 2);
	const ended = former.flatMap(({ id, villages }) => [
		id,
		...villages.map((village) => village.id),
	]);
	await database.update(adminUnit).set({ validTo: mergedOn }).where(among(adminUnit.id, ended));
	const [made] = await database
		.insert(adminUnit)
		.values({
			...{ ...merged, level: 'commune', kind: 'xa', searchName: 'hop nhat' },
			...{ parentId: provinceId, validFrom: mergedOn },
		})
		.returning();
	if (!made) throw new Error('The merged commune was not stored.');
	await database.insert(unitLineage).values(
		former.map(({ id }) => {
			const whole = { extent: 'full', share: 1 } as const;
			return { oldUnitId: id, newUnitId: made.id, ...whole };
		}),
	);
}

/** Where both structures can be read: that of today, and those that ended. */
export function mergedAddresses({ communes }: TestProvince, months: readonly string[]): string[] {
	const structure = toAddress('/structure', 'vi');
	const page = `/xa/${merged.code}-hop-nhat`;
	const former = communes.slice(0, 2).map(({ code }, index) => `/xa/${code}-xa-${index}`);
	const ofMonth = months.flatMap((month) => [
		...['/', '/__data.json', structure, `${structure}/__data.json`, ...former].map(
			(path) => `${path}?thang=${month}`,
		),
		`/api/v1/snapshot?period=${month}`,
	]);
	const files = ['/api/v1/series?measure=allFive', '/du-lieu/latest/communes.csv'];
	return [
		...ofMonth,
		page,
		`${page}/__data.json`,
		`/xa/${merged.code}.txt`,
		'/sitemap.xml',
		...files,
	];
}
