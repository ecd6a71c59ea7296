import type { UnitKind } from '../../contracts/admin-units';
import { vi } from '../../messages/vi';
import { compareShares, headlineOf } from '../commune/headline';
import type { CommuneFacts, Skill } from './facts';
import { spokenMonth, spokenNumber, spokenShare } from './spoken';

/** What somebody with the skill can do. */
const skillNames: Record<Skill, string> = {
	skill1: 'làm dịch vụ công trực tuyến',
	skill2: 'mua bán trên mạng',
	skill3: 'thanh toán trực tuyến',
	skill4: 'tự bảo vệ mình trên mạng',
	skill5: 'dùng nền tảng số của địa phương',
};

/**
 * What the loudspeaker of a commune reads out: a paragraph an entry, every number in words. In Vietnamese
 * whatever the language of the page, for it is Vietnamese that is read; within a minute at the pace of
 * a local station, some 200 syllables.
 */
export function announcementScript(facts: CommuneFacts): string[] {
	const place = `${kindWord(facts.kind)} ${facts.name}`;
	return [
		`Kính thưa bà con ${place}. Sau đây là tin về kỹ năng số, theo số liệu ${spokenMonth(facts.month)} đã được duyệt.`,
		`${householdsText(facts)} ${comparisonText(facts)}`.trim(),
		skillsText(facts),
		'Bà con muốn học hoặc cần giúp làm trên điện thoại, xin liên hệ tổ công nghệ số cộng đồng nơi mình ở. Thành viên của tổ không bao giờ hỏi mật khẩu, mã OTP hay yêu cầu chuyển tiền; nếu có người hỏi, bà con hãy từ chối và báo công an.',
		'Xin cảm ơn bà con đã lắng nghe.',
	].filter((text) => text !== '');
}

function householdsText({ allFive }: CommuneFacts): string {
	const headline = headlineOf(allFive);
	const share = `tức ${spokenShare(allFive.share)} số hộ đã rà soát`;
	const able = 'có người biết dùng đủ năm kỹ năng số';
	switch (headline.kind) {
		case 'nobody':
			return `Trong các hộ đã rà soát, chưa có hộ nào ${able}.`;
		case 'everybody':
			return `Mọi hộ đã rà soát đều ${able}.`;
		case 'belowOne':
			return `Cứ một trăm hộ thì chưa đến một hộ ${able}.`;
		case 'aboveNinetyNine':
			return `Cứ một trăm hộ thì hơn chín mươi chín hộ ${able}.`;
		case 'perHundred':
			return `Cứ một trăm hộ thì ${spokenNumber(headline.households)} hộ ${able}, ${share}.`;
	}
}

const kindWord = (kind: UnitKind) => vi.common.kinds[kind].toLowerCase();

const words = { higher: 'cao hơn', lower: 'thấp hơn', same: 'ngang với' };

function comparisonText({ allFive, previous, province }: CommuneFacts): string {
	const past =
		previous === null
			? ''
			: compareShares(allFive.share, previous) === 'same'
				? 'Tỷ lệ này bằng tháng trước.'
				: `Tháng trước là ${spokenShare(previous)}.`;
	const above = province
		? `Mức của địa phương mình ${words[compareShares(allFive.share, province.share)]} mức chung của ${kindWord(province.kind)}, là ${spokenShare(province.share)}.`
		: '';
	return `${past} ${above}`.trim();
}

/** Best and least known; two that are known alike tell nothing. */
function skillsText({ skills }: CommuneFacts): string {
	const best = skills[0];
	const least = skills.at(-1);
	if (!best || !least || compareShares(best.share, least.share) === 'same') return '';
	return `Được nhiều hộ biết nhất là ${skillNames[best.skill]}, ${spokenShare(best.share)}; còn ít hộ biết nhất là ${skillNames[least.skill]}, ${spokenShare(least.share)}.`;
}
