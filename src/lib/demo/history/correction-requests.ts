import { addMonths, dayLength, localDay } from '../../contracts/local-time';
import type { Demo } from '../imagine';
import type { Province } from '../province/province';
import { randomFor } from '../random';

export interface CorrectionRequest {
	/** Code of the commune whose number is doubted. */
	commune: string;
	/** `YYYY-MM`; empty for no month in particular. */
	month: string;
	text: string;
	raisedAt: Date;
	/** What everybody reads of it in the end; null while nobody has answered. */
	outcome: { question: string; answer: string; at: Date } | null;
}

/** What was found right, and why, in the words that were released. */
const unfounded = [
	{
		age: 33,
		waited: 4,
		text: 'Tỷ lệ hộ làm được cả năm kỹ năng của xã có vẻ cao quá: nhiều cụ trong xóm chưa dùng được điện thoại thông minh.',
		question: 'Tỷ lệ hộ làm được cả năm kỹ năng có vẻ cao hơn thực tế.',
		answer:
			'Không đổi. Mỗi hộ chỉ cần một người tự làm được cả năm kỹ năng; hộ phải có người làm giúp được đếm riêng. Cách tính ở trang Phương pháp.',
	},
	{
		age: 19,
		waited: 6,
		text: 'Tổng số hộ của xã ít hơn thực tế vì khu dân cư mới đã có người về ở từ đầu tháng.',
		question: 'Tổng số hộ của xã thiếu các hộ ở khu dân cư mới.',
		answer:
			'Không đổi trong tháng này: số hộ lấy theo danh sách hộ đã chốt. Các hộ mới được thêm vào danh sách của năm sau.',
	},
] as const;

const waiting = {
	age: 2,
	text: 'Trang của xã ghi số hộ có tài khoản dịch vụ công thấp hơn con số đã đọc trên loa tuần trước. Đề nghị kiểm tra lại.',
};

const founded = {
	text: 'Số hộ làm được cả năm kỹ năng của một thôn thấp hơn thực tế: cuối tháng tổ còn hướng dẫn thêm nhiều hộ.',
	question: 'Số hộ làm được cả năm kỹ năng của một thôn thấp hơn thực tế.',
	answer:
		'Đã đính chính sau khi tổ đối chiếu sổ theo dõi hộ. Số cũ, số mới và ngày đổi ở trang Những số đã đính chính.',
};

/** What visitors said against published numbers of late; the newest waits for its answer. */
export function imagineCorrectionRequests(demo: Demo): CorrectionRequest[] {
	const { now } = demo.calendar;
	const random = randomFor('correction requests');
	const communes = demo.province.communes.filter(({ validTo }) => validTo === null);
	const ago = (days: number) => new Date(now.getTime() - days * dayLength);
	return [
		...unfounded.map(({ age, waited, text, question, answer }) => ({
			...{ commune: random.pick(communes).code, text },
			month: addMonths(localDay(ago(age)).slice(0, 7), -1),
			raisedAt: ago(age),
			outcome: { question, answer, at: ago(age - waited) },
		})),
		...realCorrections(demo).map(({ commune, month, published, at }) => ({
			...{ commune, month, text: founded.text },
			raisedAt: new Date((published.getTime() + at.getTime()) / 2),
			outcome: { question: founded.question, answer: founded.answer, at },
		})),
		{
			...{ commune: random.pick(communes).code, month: '', text: waiting.text },
			...{ raisedAt: ago(waiting.age), outcome: null },
		},
	].sort((one, other) => one.raisedAt.getTime() - other.raisedAt.getTime());
}

/** The two newest numbers that were approved, then approved again with other figures. */
function realCorrections({ happenings, province }: Demo) {
	const approved = happenings.flatMap((happening) =>
		happening.kind === 'decide'
			? happening.decisions
					.filter(({ decision }) => decision === 'approve')
					.map((decision) => ({ ...decision, at: happening.at }))
			: [],
	);
	const first = new Map(
		approved
			.filter(({ revision }) => revision === 1)
			.map(({ unit, period, at }) => [`${unit} ${period}`, at]),
	);
	return approved
		.flatMap(({ unit, period, revision, at }) => {
			const published = first.get(`${unit} ${period}`);
			const commune = communeOf(province, unit);
			return revision === 2 && published && commune !== undefined
				? [{ commune, month: period, published, at }]
				: [];
		})
		.slice(-2);
}

/** The present commune of a unit that reports. */
const communeOf = ({ communes }: Province, unit: string): string | undefined =>
	communes.find(
		({ code, validTo, villages }) =>
			validTo === null && (code === unit || villages.some((village) => village.code === unit)),
	)?.code;
