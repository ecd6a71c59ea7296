import { and, desc, eq, sql } from 'drizzle-orm';
import { handsOf, sameHands } from '../../accounts/access/credential-knowledge.server';
import { writeAudit } from '../../accounts/audit/audit.server';
import type { Actor } from '../../contracts/accounts';
import { queryRows, type Database } from '../../server/db/client';
import { isValidOn } from '../../server/db/unit-tree';
import { awardCheckItem, awardCheckRoll, awardCheckRound } from '../../server/db/schema';
import { ConflictError, InvalidError } from '../../server/errors';
import { readDice } from './dice';
import { drawSample, seedOf, type DrawnItem } from './draw-sample';
import { requireRound, type Round } from './keeper.server';

/** `second`: somebody else has to type the same; `different`: what somebody else typed is not the same. */
export type Typed = 'second' | 'different' | 'drawn';

/**
 * Takes down what the committee's dice showed. The sample is drawn once two people have typed the same,
 * neither of them seeing what the other typed; every attempt is kept, and a drawn round is drawn for good.
 * @throws NotFoundError; ConflictError for a round that is drawn or given up; InvalidError
 */
export async function typeDice(
	database: Database,
	actor: Actor,
	asked: { seasonId: number; number: number },
	text: string,
	now: Date,
): Promise<Typed> {
	return database.transaction(async (transaction) => {
		const { round } = await requireRound(transaction, actor, asked, { lock: true });
		if (round.drawnAt || round.abandonedAt)
			throw new ConflictError(`Round ${round.number} takes no dice any more.`);
		const read = readDice(text, round.frame.diceSides);
		if ('fault' in read)
			throw new InvalidError([
				{ field: 'dice', rule: read.fault, message: 'these are no rolls of the dice' },
			]);
		const { dice } = read;
		const typing = handsOf(actor.accountId, now);
		const typed = { accountId: sql`${awardCheckRoll.typedBy}`, at: sql`${awardCheckRoll.typedAt}` };
		const [other] = await transaction
			.select({ dice: awardCheckRoll.dice })
			.from(awardCheckRoll)
			.where(and(eq(awardCheckRoll.roundId, round.id), sql`not ${sameHands(typing, typed)}`))
			.orderBy(desc(awardCheckRoll.id))
			.limit(1);
		await transaction
			.insert(awardCheckRoll)
			.values({ roundId: round.id, dice, typedBy: actor.accountId, typedAt: now });
		const outcome: Typed = !other ? 'second' : other.dice === dice ? 'drawn' : 'different';
		if (outcome === 'drawn') await draw(transaction, round, dice, now);
		await writeAudit(transaction, {
			...{ actor, action: 'award.typeDice', subject: `awardSeason:${asked.seasonId}` },
			details: { round: round.number, outcome },
		});
		return outcome;
	});
}

async function draw(database: Database, round: Round, dice: string, now: Date): Promise<void> {
	const seed = seedOf(round.frameHash, dice);
	await database
		.update(awardCheckRound)
		.set({ dice, seed, drawnAt: now })
		.where(eq(awardCheckRound.id, round.id));
	const drawn = drawSample(round.frame, seed);
	const ids = await readIds(database, drawn, round.frame.day);
	const idOf = (code: string) => {
		const id = ids.get(code);
		if (id === undefined) throw new Error(`The frame's unit ${code} is gone.`);
		return id;
	};
	const rows = drawn.map(({ unit, place, number, lot }) => ({
		...{ unit_id: idOf(unit), place_id: idOf(place), number, lot },
	}));
	await database.execute(
		sql`insert into ${awardCheckItem} (round_id, unit_id, place_id, number, lot)
			select ${round.id}::int, unit_id, place_id, number, lot
			from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
				as row (unit_id int, place_id int, number int, lot int)
			order by unit_id, lot`,
	);
}

/** A code is borne by one unit at a time: the one of the frame's day. */
async function readIds(
	database: Database,
	drawn: readonly DrawnItem[],
	day: string,
): Promise<Map<string, number>> {
	const codes = [...new Set(drawn.flatMap(({ unit, place }) => [unit, place]))];
	const rows = await queryRows<{ code: string; id: number }>(
		database,
		sql`select code, id from admin_unit
			where code in (select jsonb_array_elements_text(${JSON.stringify(codes)}::jsonb))
				and ${isValidOn('admin_unit', day)}`,
	);
	return new Map(rows.map(({ code, id }) => [code, id]));
}
