import type { UnitKind } from '../../contracts/admin-units';
import { addDays } from '../../contracts/local-time';
import type { DigitalSkill, MemberRole, TeamLevel } from '../../contracts/teams/teams';
import { randomFor, type Random } from '../random';

/** Somebody made up, in a role of a team. */
export interface ImaginedMember {
	fullName: string;
	role: MemberRole;
	position: string;
	organisation: string;
	youth: boolean;
	phone: string | null;
	skills: DigitalSkill[];
	fromOn: string;
	untilOn: string | null;
}

export interface TeamToStaff {
	/** What the roster grows from: the unit's code. */
	key: string;
	level: TeamLevel;
	unitKind: UnitKind;
	foundedOn: string;
	closedOn: string | null;
	/** Nobody joins it from this day on. */
	joinedBefore: string;
}

const families = 'Nguyễn Trần Lê Phạm Hoàng Vũ Đặng Bùi Đỗ Ngô Dương Lý Nông'.split(' ');
const middles = {
	men: 'Văn Đức Quang Minh Xuân Hữu Công'.split(' '),
	women: 'Thị Thu Ngọc Minh Thanh Bích'.split(' '),
};
const givens = {
	men: 'An Bình Cường Dũng Hải Hùng Khánh Long Nam Phúc Quân Sơn Thắng Tùng Việt'.split(' '),
	women: 'Ánh Bích Chi Dung Hà Hạnh Hoa Hương Lan Linh Mai Nga Thảo Trang Yến'.split(' '),
};

const headOf: Partial<Record<UnitKind, string>> = {
	thon: 'Trưởng thôn',
	ban: 'Trưởng bản',
	khuPho: 'Trưởng khu phố',
	toDanPho: 'Tổ trưởng tổ dân phố',
};

type Post = Pick<ImaginedMember, 'role' | 'position' | 'organisation' | 'youth'>;

const post = (role: MemberRole, position: string, organisation: string, youth = false): Post => ({
	role,
	position,
	organisation,
	youth,
});

const villageMembers: readonly Post[] = [
	post('member', 'Chi hội trưởng', 'Hội Phụ nữ'),
	post('member', 'Giáo viên', 'Trường Trung học cơ sở'),
	post('member', 'Đoàn viên', 'Chi đoàn', true),
	post('member', 'Chi hội trưởng', 'Hội Nông dân'),
];

const communePosts: readonly Post[] = [
	post('leader', 'Chủ tịch UBND', 'UBND xã'),
	post('deputy', 'Trưởng Công an', 'Công an xã'),
	post('deputy', 'Bí thư Đoàn', 'Đoàn Thanh niên xã', true),
	post('member', 'Công chức Văn hóa – Xã hội', 'UBND xã'),
	post('member', 'Chủ tịch', 'Hội Phụ nữ xã'),
	post('member', 'Công chức Tư pháp – Hộ tịch', 'UBND xã', true),
	post('member', 'Nhân viên', 'Bưu điện văn hóa xã'),
];

/** Most teams are as the rules want them; some lack somebody, and some have changed their leader. */
export function imagineRoster(team: TeamToStaff): ImaginedMember[] {
	const random = randomFor('roster', team.key);
	const posts =
		team.level === 'village' ? villagePosts(team.unitKind, random) : communePosts.slice();
	if (random.chance(0.09)) posts.splice(random.whole(1, 2), 1);
	const members = posts.map((each): ImaginedMember => ({
		...each,
		...imaginePerson(random, each),
		fromOn: team.foundedOn,
		untilOn: team.closedOn,
	}));
	const newcomer = members.at(-1);
	const joinedOn = joiningDay(team);
	if (newcomer && joinedOn !== null) newcomer.fromOn = joinedOn;
	const [leader, ...others] = members;
	const changedOn = addDays(team.foundedOn, random.whole(120, 500));
	const changes = leader && random.chance(0.12) && changedOn < (team.closedOn ?? '2025-12-31');
	if (!changes) return members;
	const next = { ...leader, ...imaginePerson(random, leader), fromOn: changedOn };
	return [{ ...leader, untilOn: changedOn }, next, ...others];
}

/** When the last one came to it; null: with all others, as in a third of the teams, which grow old together. */
function joiningDay({ key, foundedOn, closedOn, joinedBefore }: TeamToStaff): string | null {
	const random = randomFor('newcomer', key);
	const day = addDays(joinedBefore, -random.whole(1, 700));
	return random.chance(0.8) && day > foundedOn && (closedOn === null || day < closedOn)
		? day
		: null;
}

function villagePosts(kind: UnitKind, random: Random): Post[] {
	return [
		post('leader', headOf[kind] ?? 'Trưởng thôn', ''),
		post('deputy', 'Công an viên', 'Công an xã'),
		post('deputy', 'Bí thư Chi đoàn', 'Đoàn Thanh niên', true),
		...villageMembers.slice(0, random.whole(1, villageMembers.length)),
	];
}

/** Somebody who fits a post: the women's union sends a woman. */
export function imaginePerson(
	random: Random,
	{ youth, organisation }: Pick<Post, 'youth' | 'organisation'>,
) {
	const sex = organisation.startsWith('Hội Phụ nữ') || random.chance(0.5) ? 'women' : 'men';
	const skills = ([1, 2, 3, 4, 5] as const).filter(() => random.chance(youth ? 0.95 : 0.75));
	return {
		fullName: `${random.pick(families)} ${random.pick(middles[sex])} ${random.pick(givens[sex])}`,
		// Nobody's number: no operator gives out 0900 000.
		phone: random.chance(0.92) ? `0900000${String(random.whole(0, 999)).padStart(3, '0')}` : null,
		skills,
	};
}
