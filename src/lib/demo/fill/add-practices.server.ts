import { unitByCode } from '../../admin-units/home.server';
import type { Actor } from '../../contracts/accounts';
import { dayLength, localDay } from '../../contracts/local-time';
import { reviewPractice } from '../../practices/review.server';
import { writePractice } from '../../practices/write.server';
import type { Database } from '../../server/db/client';
import { circuitAccount } from '../accounts';
import { circuitOf } from '../history/history';
import { imaginedPractices } from '../history/practices';
import type { Province } from '../province/province';

/** So far apart lie the communes that have one. */
const stride = 13;

/** Good practices of villages here and there, most of them published. */
export async function addPractices(
	database: Database,
	actors: ReadonlyMap<string, Actor>,
	reviewer: Actor,
	{ communes }: Province,
	now: Date,
): Promise<void> {
	const today = communes
		.map((commune, position) => ({ commune, writer: circuitAccount(circuitOf(position)) }))
		.filter(({ commune }) => commune.validTo === null);
	for (const [index, { state, daysAgo, ...text }] of imaginedPractices.entries()) {
		const place = today[(index * stride + 4) % today.length];
		const writer = actors.get(place?.writer ?? '');
		const village = place?.commune.villages.find(({ team }) => team !== null);
		const at = new Date(now.getTime() - daysAgo * dayLength);
		const unit = village && (await unitByCode(database, village.code, localDay(at)));
		if (!writer || !unit) throw new Error('The demo has nobody to write a practice.');
		const id = await writePractice(database, writer, { ...text, unitId: unit.id }, at);
		const decidedAt = new Date(at.getTime() + 2 * dayLength);
		const review = (input: unknown) => reviewPractice(database, reviewer, id, input, decidedAt);
		if (state === 'published')
			await review({ decision: 'published', comment: '', namesNobody: true });
		if (state === 'returned')
			await review({
				decision: 'returned',
				comment: 'Hãy ghi rõ số người đến trước và sau khi làm.',
			});
	}
}
