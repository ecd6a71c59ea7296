import { eq } from 'drizzle-orm';
import { team } from '../../src/lib/server/db/schema';
import { mergeMany } from '../../src/lib/teams/merger/bulk/merge-many.server';
import { previewMany } from '../../src/lib/teams/merger/bulk/preview.server';
import { undoMany } from '../../src/lib/teams/merger/bulk/undo-many.server';
import { saveMembers } from '../../src/lib/teams/save-members.server';
import { saveTeams } from '../../src/lib/teams/save-teams.server';
import { startPostgres } from '../database/postgres-server';
import { makeProvince } from '../database/province';
import { openBenchDatabase } from './bench-database';
import { clock, longestStall, milliseconds, type Finding } from './measure';

/** As many as document 004 counts: two teams in each of 1,891 villages, over 16,000 people in them. */
const communes = 209;
const villages = 1891;
const members = 16_000;
const barSeconds = 15;
/** Milliseconds that nobody else may wait at once. */
const barStall = 200;
const now = new Date('2026-10-20T03:00:00Z');
const joined = '2023-02-01';

/** The teams of a province's villages become one each, in one step, and are brought back. */
export async function mergers(): Promise<Finding[]> {
	const server = await startPostgres();
	const bench = await openBenchDatabase(server, 'mergers');
	const { database } = bench.handle;
	try {
		const perCommune = Math.ceil(villages / communes);
		const { provinceId, reporter } = await makeProvince(database, {
			...{ communes, villages: perCommune },
		});
		const first = await database.select().from(team).where(eq(team.kind, 'cnscd'));
		const second = await saveTeams(
			database,
			reporter,
			first.map(({ unitId }) => ({
				...{ unitId, name: 'Tổ Đề án 06', kind: 'project06', foundedOn: joined },
			})),
		);
		const teamIds = [...first.map(({ id }) => id), ...second];
		await saveMembers(
			database,
			reporter,
			Array.from({ length: members }, (_, index) => ({
				...{ teamId: teamIds[index % teamIds.length], fullName: `Người ${index}` },
				...{ role: index < teamIds.length ? 'leader' : 'member', fromOn: joined },
			})),
		);
		const order = { unitId: provinceId, mergedOn: '2026-11-01', leaderOf: 'cnscd', decision: '' };
		const began = clock();
		const preview = await longestStall(() => previewMany(database, reporter, order));
		const previewed = clock();
		const merge = await longestStall(() => mergeMany(database, reporter, order, now));
		const merged = clock();
		const undo = await longestStall(() => undoMany(database, reporter, merge.result.batchId, now));
		const undone = clock();
		if (merge.result.merged < villages || undo.result.undone !== merge.result.merged)
			throw new Error(JSON.stringify([merge.result, undo.result]));
		const seconds = (from: number, to: number) => `${((to - from) / 1000).toFixed(1)} s`;
		return [
			{
				name: 'mergers',
				measured: `measured ${seconds(began, previewed)} to preview ${merge.result.merged} villages, ${seconds(previewed, merged)} to merge them, ${seconds(merged, undone)} to undo it`,
				ratio: (merged - previewed) / 1000 / barSeconds,
				bar: 1,
				good: 'atMost',
			},
			{
				name: 'mergers stalls',
				measured: `measured ${milliseconds(preview.stall)} without an answer to anybody in the preview, ${milliseconds(merge.stall)} in the merger, ${milliseconds(undo.stall)} in its undoing, allowed ${milliseconds(barStall)}`,
				ratio: Math.max(preview.stall, merge.stall, undo.stall) / barStall,
				bar: 1,
				good: 'atMost',
			},
		];
	} finally {
		await bench.close();
		await server.stop();
	}
}
