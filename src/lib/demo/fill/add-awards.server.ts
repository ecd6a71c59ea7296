import { sql } from 'drizzle-orm';
import { addAccount } from '../../accounts/administration/add-account.server';
import { unitByCode } from '../../admin-units/home.server';
import { draftCriteria } from '../../awards/criteria/draft.server';
import { forceCriteria, signCriteria } from '../../awards/criteria/sign.server';
import { tryCriteria } from '../../awards/criteria/try.server';
import { usualCriteria } from '../../awards/criteria/usual';
import { freezeSeason } from '../../awards/freeze/freeze.server';
import { changePeers } from '../../awards/peers/change-peers.server';
import { fixPeers } from '../../awards/peers/fix-peers.server';
import { readPeerGroups } from '../../awards/peers/read-peers.server';
import { openSeason } from '../../awards/season/open.server';
import { readCategories } from '../../awards/season/read.server';
import type { Actor } from '../../contracts/accounts';
import { checkSubjects, type CheckSubject } from '../../contracts/awards/checks';
import { localDay } from '../../contracts/local-time';
import { queryRows, type Database } from '../../server/db/client';
import { isCurrent } from '../../server/db/unit-tree';
import { demoPassword } from '../accounts';
import type { Calendar } from '../history/months';
import { provinceCode } from '../province/identity';
import { answerFlags } from './answer-flags.server';
import { checkAtRandom } from './check-at-random.server';
import { daysOfSeason } from './days-of-season';
import { holdCouncil, nominate, type AwardCast } from './play-season.server';

const categories = [
	{ kind: 'commune', name: 'Xã, phường tiêu biểu', quota: 3 },
	{ kind: 'communeTeam', name: 'Tổ cấp xã tiêu biểu', quota: 5 },
	{ kind: 'villageTeam', name: 'Tổ ở thôn, tổ dân phố tiêu biểu', quota: 20 },
	{ kind: 'individual', name: 'Cá nhân tiêu biểu', quota: 30 },
] as const;

/** Who sits on the council; the first presides. Invented, as everybody in the demo. */
const members = [
	['hoidong.chutich', 'Hà Quang Sơn', 'chair', 'Phó Chủ tịch UBND tỉnh'],
	['hoidong.pho', 'Vũ Thị Lan', 'deputy', 'Giám đốc Sở Khoa học và Công nghệ'],
	['hoidong.thuky', 'Đỗ Minh Khôi', 'secretary', 'Trưởng phòng Chuyển đổi số'],
	['hoidong.noivu', 'Trần Thu Hà', 'member', 'Phó Giám đốc Sở Nội vụ'],
	['hoidong.doan', 'Lò Văn Phong', 'member', 'Phó Bí thư Tỉnh đoàn'],
] as const;

/** A season that was decided at the last 10/10, and the one that is under way to the next. */
export async function addAwards(
	database: Database,
	actors: ReadonlyMap<string, Actor>,
	{ now }: Calendar,
): Promise<void> {
	const day = localDay(now);
	const year = Number(day.slice(0, 4));
	const next = day <= `${year}-10-10` ? year : year + 1;
	const province = await unitByCode(database, provinceCode, day);
	if (!province) throw new Error('The demo has no province.');
	const cast = await castOf(database, actors, province.id);
	const finished = await open(database, cast, next - 1);
	await play(database, cast, { ...finished, now, subjects: ['households'] });
	const running = await open(database, cast, next);
	await play(database, cast, { ...running, now, subjects: checkSubjects });
	await answerFlags(database, cast, running.id, now);
}

/** What of a season has happened by now. */
async function play(
	database: Database,
	cast: AwardCast,
	season: { id: number; year: number; now: Date; subjects: readonly CheckSubject[] },
): Promise<void> {
	const { id: seasonId, year, now, subjects } = season;
	const days = daysOfSeason(year, localDay(now));
	const { nominatedOn: day, lateOn: lateDay } = days;
	const nominated = await nominate(database, cast, season, {
		...{ day, lateDay, count: lateDay === null ? 1 : 2 },
	});
	const checkedAt = days.checkedOn === null ? now : at(days.checkedOn);
	for (const subject of subjects)
		await checkAtRandom(database, cast, { seasonId, subject }, checkedAt);
	if (days.frozenOn !== null)
		await freezeSeason(database, cast.committee, seasonId, at(days.frozenOn));
	await holdCouncil(database, cast, season, { nominated, days });
}

/** Nine in the morning of a local day. */
const at = (day: string): Date => new Date(`${day}T02:00:00Z`);

/** Opened, and its criteria in force, the month before its figures begin to count. */
async function open(
	database: Database,
	{ administrator, committee, provinceId }: AwardCast,
	year: number,
) {
	const now = at(`${year - 1}-06-10`);
	const input = {
		...{ unitId: provinceId, year, name: `Xét tặng Bằng khen ngày Chuyển đổi số ${year}` },
		...{ countsFrom: `${year - 1}-07-01`, countsUntil: `${year}-06-30`, categories },
		basis: 'Hướng dẫn xét khen thưởng của tỉnh (minh họa)',
	};
	const seasonId = await openSeason(database, administrator, input, now);
	for (const { id: categoryId, kind } of await readCategories(database, seasonId)) {
		if (kind === 'individual') continue;
		await fixPeers(database, committee, { seasonId, categoryId }, now);
		if (kind === 'commune') await changeOnePeer(database, committee, { seasonId, categoryId }, now);
		const versionId = await draftCriteria(database, committee, { seasonId, categoryId }, now);
		await tryCriteria(...([database, committee, { seasonId, versionId }] as const), {
			input: usualCriteria(kind),
			now,
		});
		await signCriteria(database, committee, { seasonId, versionId }, now);
		await forceCriteria(database, administrator, { seasonId, versionId }, now);
	}
	return { id: seasonId, year };
}

/** One group is set by hand: what was computed doesn't know of the border. */
async function changeOnePeer(
	database: Database,
	committee: Actor,
	{ seasonId, categoryId }: { seasonId: number; categoryId: number },
	now: Date,
): Promise<void> {
	const groups = await readPeerGroups(database, categoryId);
	const [[unitId, peers] = [], [other] = []] = [...groups];
	if (unitId === undefined || peers === undefined || other === undefined)
		throw new Error('The demo has no peers.');
	const nearest = peers.filter((peer) => peer !== other).slice(0, 8);
	const reason = 'Hai nơi giáp nhau, chung một chợ và chung các điểm hướng dẫn';
	const changed = { categoryId, unitId, peers: [other, ...nearest], reason };
	await changePeers(database, committee, seasonId, changed, now);
}

async function castOf(
	database: Database,
	actors: ReadonlyMap<string, Actor>,
	provinceId: number,
): Promise<AwardCast> {
	const named = (name: string): Actor => {
		const actor = actors.get(name);
		if (!actor) throw new Error(`The demo has no account ${name}.`);
		return actor;
	};
	const council: AwardCast['council'] = [];
	const [own] = await queryRows<{ id: number }>(
		database,
		sql`select id from admin_unit where parent_id = ${provinceId} and level = 'commune'
			and ${isCurrent('admin_unit')} order by valid_from, code limit 1`,
	);
	for (const [name, displayName, seat, position] of members) {
		const grants = [
			{ role: 'committee' as const, unitId: provinceId },
			// Of the first nominee's commune: a conflict that the product finds by itself.
			...(name === 'hoidong.doan' && own ? [{ role: 'viewer' as const, unitId: own.id }] : []),
		];
		const password = { password: demoPassword, passwordTemporary: false };
		const accountId = await addAccount(database, null, { name, displayName, grants, ...password });
		council.push({ actor: { accountId, name, displayName, grants }, seat, position });
	}
	return {
		...{ provinceId, council, administrator: named('quantri'), committee: named('thidua') },
		...{ head: named('duyet'), actors },
	};
}
