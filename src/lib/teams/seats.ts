import { searchKey } from '../contracts/text/search-key';
import { seats, type Seat } from '../contracts/teams/teams';

/** Words that tell a post, as search keys: people write the same post in many ways. */
const words: Record<Seat, readonly string[]> = {
	communeChair: ['chu tich ubnd', 'chu tich uy ban', 'chu tich xa', 'chu tich phuong'],
	communeViceChair: ['pho chu tich ubnd', 'pho chu tich uy ban', 'pct ubnd'],
	policeChief: ['truong cong an'],
	police: ['cong an', 'cong an vien', 'an ninh trat tu'],
	cultureOfficer: ['van hoa', 'vh xh', 'vhxh'],
	youthSecretary: ['bi thu doan', 'bi thu chi doan', 'bi thu dtn'],
	youthUnion: ['doan thanh nien', 'chi doan', 'doan xa', 'doan phuong', 'tncs', 'dtn'],
	villageHead: [
		'truong thon',
		'truong ban',
		'truong khu',
		'truong khu pho',
		'truong pho',
		'truong tieu khu',
		'truong khom',
		'truong lang',
		'truong khoi',
		'truong kdc',
		'truong xom',
		'truong ap',
		'truong buon',
		'to truong to dan pho',
		'to truong dan pho',
		'to truong tdp',
		'truong to dan pho',
	],
	partyCellSecretary: ['bi thu chi bo', 'bi thu cb', 'btcb'],
};

/** A deputy doesn't hold the post; the vice-chair's words begin with `pho` themselves. */
const holds = (key: string, word: string) =>
	` ${key} `.replaceAll(` pho ${word} `, ' ').includes(` ${word} `);

/** The posts that a member holds, told from the words of the decision. */
export function seatsOf(member: { position: string; organisation: string }): Set<Seat> {
	// Apart: the leader of one thing in the organisation of another holds no third one.
	const keys = [searchKey(member.position), searchKey(member.organisation)];
	const ownSeats = seats.filter((seat) =>
		words[seat].some((word) => keys.some((key) => holds(key, word))),
	);
	const all = new Set(ownSeats);
	if (all.has('youthSecretary')) all.add('youthUnion');
	if (all.has('policeChief')) all.add('police');
	return all;
}
