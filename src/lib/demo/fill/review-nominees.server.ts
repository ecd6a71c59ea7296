import { readNominees, readSeasonBase, type Nominee } from '../../awards/council/read-facts.server';
import { addComment, giveReview } from '../../awards/council/review.server';
import type { Actor } from '../../contracts/accounts';
import type { RubricLine } from '../../contracts/awards/council';
import type { Database } from '../../server/db/client';

export interface Reviewed {
	seasonId: number;
	rubric: readonly RubricLine[];
	/** Those of whom the council thinks little. */
	weak: ReadonlySet<number>;
	now: Date;
}

const reasons = {
	strong: [
		'Số hộ biết dùng tăng đều, khớp với kết quả kiểm tra ngẫu nhiên.',
		'Đến đủ từng hộ, kể cả hộ ở xa; biên bản và sổ theo dõi đầy đủ.',
		'Nơi khác học theo được ngay, không tốn thêm kinh phí.',
		'Duy trì lớp học buổi tối suốt mười tháng.',
	],
	weak: [
		'Kết quả chủ yếu ở khu vực trung tâm, các thôn xa còn ít.',
		'Cách làm chưa có gì mới so với năm trước.',
		'Minh chứng còn chung chung, chưa thấy số hộ cụ thể.',
	],
};
const comments = {
	strong: 'Đề nghị nhân rộng cách kèm từng hộ của nơi này ra các xã lân cận.',
	weak: 'Nên chờ thêm một năm: kết quả chưa đến được các thôn xa.',
};

const oneOf = <Text>(texts: readonly Text[], turn: number): Text | undefined =>
	texts[turn % texts.length];

/** Nominees whom the member may review: not those from whom they step back. */
async function reviewedBy(database: Database, actor: Actor, seasonId: number): Promise<Nominee[]> {
	const base = await readSeasonBase(database, actor, seasonId);
	const nominees = await readNominees(database, actor, base);
	return nominees.filter(({ rights }) => rights.seesReview);
}

/** Each member scores by themselves, line by line and with a reason. */
export async function scoreNominees(
	database: Database,
	council: readonly Actor[],
	{ seasonId, rubric, weak, now }: Reviewed,
): Promise<void> {
	for (const actor of council)
		for (const { id, councilId } of await reviewedBy(database, actor, seasonId)) {
			const kind = weak.has(id) ? 'weak' : 'strong';
			const seat = actor.accountId;
			const least = kind === 'weak' ? 0.5 : 0.75;
			const scores = rubric.map(({ code, most }, line) => ({
				...{ code, reason: oneOf(reasons[kind], id + seat + line) },
				points: Math.round(most * (least + ((id + 2 * seat + 3 * line) % 5) / 20)),
			}));
			await giveReview(database, actor, { seasonId, nominationId: councilId }, { scores }, now);
		}
}

/** Who presides sums up what is to be weighed of each nominee. */
export async function discussNominees(
	database: Database,
	chair: Actor,
	{ seasonId, weak, now }: Omit<Reviewed, 'rubric'>,
): Promise<void> {
	for (const { id: nominationId } of await reviewedBy(database, chair, seasonId)) {
		const text = comments[weak.has(nominationId) ? 'weak' : 'strong'];
		await addComment(database, chair, { seasonId, nominationId }, { text }, now);
	}
}
