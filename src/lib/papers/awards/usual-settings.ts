import type { PlaceName } from '../../contracts/admin-units';
import type { AwardPaperSettings } from '../../contracts/awards/paper-settings';
import { unitTitle } from '../official/wording';

/** What a season's papers say until its province says otherwise. */
export function usualPaperSettings(unit: PlaceName, year: number): AwardPaperSettings {
	const title = unitTitle(unit);
	const committee = `Ủy ban nhân dân ${title}`;
	return {
		superiorBody: committee,
		submittingBody: 'Sở Khoa học và Công nghệ',
		appraisingBody: 'Sở Nội vụ',
		decidingBody: committee,
		decidingOfficer: `Chủ tịch ${committee}`,
		councilName: 'Hội đồng xét khen thưởng Tổ công nghệ số cộng đồng',
		awardName: `Bằng khen của Chủ tịch ${committee}`,
		occasion: `Ngày Chuyển đổi số quốc gia 10/10/${year}`,
		place: unit.name,
		submissionSuffix: 'TTr-SKHCN',
		minutesSuffix: 'BB-HĐ',
		decisionSuffix: 'QĐ-UBND',
		legalBases: [
			'Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025',
			'Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022',
			'Căn cứ Nghị định số 152/2025/NĐ-CP ngày 14 tháng 6 năm 2025 của Chính phủ',
		],
		prize: 'Tiền thưởng kèm theo được thực hiện theo quy định hiện hành về thi đua, khen thưởng.',
		submissionRecipients: ['Như trên', 'Sở Nội vụ', 'Lưu: VT'],
		decisionRecipients: ['Như Điều 3', 'Cổng thông tin điện tử tỉnh', 'Lưu: VT'],
		submissionSignature: ['Giám đốc'],
		submissionSignatory: '',
		decisionSignature: ['Chủ tịch'],
		decisionSignatory: '',
	};
}
