import { searchKey } from '../../contracts/text/search-key';
import { memberOrigins, type MemberOrigin } from '../../contracts/teams/teams';

/** Words that tell where somebody comes from, as search keys; the first kind that fits, holds. */
const words: readonly (readonly [MemberOrigin, readonly string[]])[] = [
	['police', ['cong an', 'an ninh trat tu']],
	[
		'teacher',
		[
			'giao vien',
			'hieu truong',
			'hieu pho',
			'truong hoc',
			'tieu hoc',
			'thcs',
			'thpt',
			'mam non',
			'trung hoc',
		],
	],
	['health', ['y te', 'tram y te', 'bac si', 'y si', 'benh vien']],
	[
		'bank',
		[
			'ngan hang',
			'agribank',
			'vietcombank',
			'vietinbank',
			'bidv',
			'quy tin dung',
			'lienvietpostbank',
		],
	],
	['telecom', ['vnpt', 'viettel', 'mobifone', 'vinaphone', 'vien thong']],
	['post', ['buu dien', 'buu cuc', 'viettel post', 'buu chinh', 'bdvhx']],
	['womensUnion', ['phu nu', 'hlhpn']],
	['farmersUnion', ['nong dan']],
	['veterans', ['cuu chien binh', 'ccb']],
	[
		'youthUnion',
		[
			'doan thanh nien',
			'chi doan',
			'bi thu doan',
			'doan vien',
			'doan xa',
			'doan phuong',
			'dtn',
			'tncs',
		],
	],
	['fatherlandFront', ['mat tran', 'mttq']],
	['partyCell', ['chi bo', 'dang uy']],
	[
		'villageHead',
		[
			'truong thon',
			'truong ban',
			'truong pho',
			'truong khu',
			'truong xom',
			'truong ap',
			'to truong to dan pho',
			'to truong dan pho',
		],
	],
	['authority', ['ubnd', 'uy ban nhan dan', 'hdnd', 'cong chuc', 'can bo']],
	['otherEnterprise', ['cong ty', 'doanh nghiep', 'hop tac xa', 'htx']],
];

/** The kind that the words of a decision tell; null where they tell none. `Viettel Post` is post. */
export function organisationKindOf(member: {
	position: string;
	organisation: string;
}): MemberOrigin | null {
	const key = ` ${searchKey(`${member.organisation} ${member.position}`)} `;
	if (key.includes(' viettel post ')) return 'post';
	return words.find(([, known]) => known.some((word) => key.includes(` ${word} `)))?.[0] ?? null;
}

/** What of a member is counted. */
export interface CountedMember {
	position: string;
	organisation: string;
	/** As somebody said; null: as the words tell. */
	organisationKind: MemberOrigin | null;
	smartphone: boolean | null;
}

export interface MemberCounts {
	/** In the order of the list, only kinds that somebody is of. */
	kinds: { kind: MemberOrigin; members: number }[];
	/** Of whom nothing tells where they come from. */
	unknown: number;
	withSmartphone: number;
	withoutSmartphone: number;
}

export function countMembers(members: readonly CountedMember[]): MemberCounts {
	const counts = new Map<MemberOrigin | null, number>();
	for (const member of members) {
		const kind = member.organisationKind ?? organisationKindOf(member);
		counts.set(kind, (counts.get(kind) ?? 0) + 1);
	}
	const having = (smartphone: boolean) =>
		members.filter((member) => member.smartphone === smartphone).length;
	return {
		kinds: memberOrigins.flatMap((kind) => {
			const number = counts.get(kind);
			return number === undefined ? [] : [{ kind, members: number }];
		}),
		unknown: counts.get(null) ?? 0,
		withSmartphone: having(true),
		withoutSmartphone: having(false),
	};
}
