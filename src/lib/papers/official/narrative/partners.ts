import type { PartnerKind } from '../../../contracts/activities';
import { joined, wholeNumber } from '../wording';

/** One who helped with activities of a span. */
export interface PartnerCount {
	kind: PartnerKind;
	/** Which one; may be empty. */
	name: string;
	activities: number;
}

const bodies: Record<Exclude<PartnerKind, 'other'>, string> = {
	youthUnion: 'Đoàn Thanh niên',
	police: 'lực lượng công an',
	bank: 'các ngân hàng',
	vnpt: 'VNPT',
	viettel: 'Viettel',
	post: 'bưu điện',
	school: 'các trường học',
	womenUnion: 'Hội Phụ nữ',
	farmersUnion: 'Hội Nông dân',
};
/** A report names so many. */
const mostPartners = 8;

/** `Đã phối hợp với VNPT (5 hoạt động) và Ngân hàng Một (2 hoạt động) tổ chức tuyên truyền, ….` */
export function partnersText(partners: readonly PartnerCount[]): string {
	const counts = new Map<string, number>();
	for (const { kind, name, activities } of partners) {
		const who = name.trim() || (kind === 'other' ? '' : bodies[kind]);
		if (who !== '') counts.set(who, (counts.get(who) ?? 0) + activities);
	}
	const most = [...counts].sort(([, one], [, other]) => other - one).slice(0, mostPartners);
	if (most.length === 0) return '';
	const named = most.map(([who, count]) => `${who} (${wholeNumber(count)} hoạt động)`);
	return `Đã phối hợp với ${joined(named)} tổ chức tuyên truyền, tập huấn, hướng dẫn người dân.`;
}
