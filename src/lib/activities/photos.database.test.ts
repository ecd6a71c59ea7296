import sharp from 'sharp';
import { expect, it } from 'vitest';
import { describeDatabase, rolledBack } from '../../../tests/database';
import { actionsOn, session, setUpLog } from '../../../tests/database/activity-log';
import { makeAccount } from '../../../tests/database/province';
import { storedFile } from '../server/db/schema';
import { servePhoto } from './serve-photo.server';

/** The smallest picture there is: one transparent pixel. */
const png = Buffer.from(
	'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
	'base64',
);
const pointsOf = (picture: Buffer) => sharp(picture).ensureAlpha().raw().toBuffer();
/** As a camera leaves it, with the place behind the picture. */
const photo = () => new File([png, 'GPS 21.3311N 106.3989E'], 'buoi-tuyen-truyen.png');

describeDatabase('photos of activities', (handle) => {
	it('keeps photos, without what a camera adds, for those who need them, and each look on record', () =>
		rolledBack(handle(), async (database) => {
			const { village, first, leader, approver, record } = await setUpLog(database);
			const id = await record(session(village.id), leader, photo());
			const seen = await servePhoto(database, approver, id);
			expect(seen.headers.get('content-type')).toBe('image/png');
			const kept = Buffer.from(await seen.arrayBuffer());
			expect(await pointsOf(kept)).toEqual(await pointsOf(png));
			expect(kept.includes('GPS')).toBe(false);
			const officer = await makeAccount(database, 'officer', 'viewer', first.id);
			await expect(servePhoto(database, officer, id)).rejects.toThrow('has no photo');
			const without = await record(session(village.id));
			await expect(servePhoto(database, leader, without)).rejects.toThrow('no photo');
			expect((await actionsOn(database)).map(({ action }) => action)).toEqual([
				'activity.record',
				'activity.seePhoto',
				'activity.record',
			]);
		}));

	it('refuses a photo that is none, and stores nothing then', () =>
		rolledBack(handle(), async (database) => {
			const { village, leader, record, list } = await setUpLog(database);
			const refused = async (file: File, rule: string) =>
				expect(record(session(village.id), leader, file)).rejects.toMatchObject({
					problems: [{ field: 'photo', rule }],
				});
			await refused(new File(['không phải ảnh'], 'anh.png'), 'fileOfOtherKind');
			await refused(new File([png.subarray(0, png.length / 2)], 'anh.png'), 'fileDamaged');
			expect(await database.select().from(storedFile)).toEqual([]);
			expect((await list()).total).toBe(0);
		}));
});
