import { enterFinding } from '../../awards/back-checks/enter-finding.server';
import { fixFrame } from '../../awards/back-checks/fix-frame.server';
import { readCommunes } from '../../awards/back-checks/read-communes.server';
import { readItems } from '../../awards/back-checks/read-items.server';
import { typeDice } from '../../awards/back-checks/type-dice.server';
import type { CheckSubject } from '../../contracts/awards/checks';
import { localDay } from '../../contracts/local-time';
import type { Database } from '../../server/db/client';
import type { AwardCast } from './play-season.server';

const dice = '3 5 1 6 2 4 4 1 3 6 5 2 1 1 6 3 2 5 4 6 2 3 1 5 4';

/** Some households, or sessions, of some communes, drawn by dice that two people typed; most visits have been made. */
export async function checkAtRandom(
	database: Database,
	{ committee, council, provinceId }: AwardCast,
	{ seasonId, subject }: { seasonId: number; subject: CheckSubject },
	now: Date,
): Promise<void> {
	const witness = council[2]?.actor;
	if (!witness) throw new Error('The council has a secretary.');
	const day = localDay(now);
	const communes = await readCommunes(database, provinceId, day);
	const frame = {
		...{ subject, level: 'commune', perUnit: 8, diceSides: 6 },
		communes: communes.filter((_, index) => index < 2 || index % 9 === 4).map(({ code }) => code),
	};
	const number = await fixFrame(database, committee, seasonId, frame, now);
	const round = { seasonId, number };
	await typeDice(database, committee, round, dice, now);
	await typeDice(database, witness, round, dice, now);
	const items = await readItems(database, committee, round);
	for (const [index, { id }] of items.slice(0, -5).entries()) {
		const finding =
			index % 9 === 4 ? 'notAsReported' : index % 11 === 7 ? 'notReached' : 'asReported';
		await enterFinding(
			database,
			committee,
			{ ...round, itemId: id },
			{ finding, channel: index % 2 === 0 ? 'phone' : 'paper', visitedOn: day, note: '' },
			now,
		);
	}
}
