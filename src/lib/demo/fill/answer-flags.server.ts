import { answerFlag } from '../../awards/flags/answer.server';
import { listFlags } from '../../awards/flags/read.server';
import type { Database } from '../../server/db/client';
import { nominatorOf, type AwardCast } from './play-season.server';

const word =
	'Tổ đã đến đếm lại từng nhà trong tháng, có hộ chuyển đi; danh sách hộ lưu ở thôn, mời hội đồng đến kiểm tra.';

/** One of the units about whose reports something was noted has answered. */
export async function answerFlags(
	database: Database,
	cast: AwardCast,
	seasonId: number,
	now: Date,
): Promise<void> {
	const { units } = await listFlags(database, cast.committee, seasonId, now);
	const unit = units.find(({ level }) => level === 'village');
	const [flag] = unit?.flags ?? [];
	if (!unit || !flag || unit.parentId === null) return;
	const asked = { seasonId, code: unit.code };
	const by = nominatorOf(cast, unit.parentId);
	await answerFlag(database, by, asked, { code: flag.code, text: word }, now);
}
