import { and, eq, inArray, sql, type SQL } from 'drizzle-orm';
import type { Actor } from '../../contracts/accounts';
import { queryRows, type Database } from '../../server/db/client';
import { credentialKnowledge } from '../../server/db/schema';
import { instant } from '../../server/db/instant';

export type CredentialKind = (typeof credentialKnowledge.$inferSelect)['kind'];

/**
 * Array, for a query, of the accounts of all who may be behind an account at a moment: its owner, and
 * whoever knew a credential of it then, because they handed it out, made it or took one away.
 * @param accountId and `at`: columns of the query around it, or values.
 */
export const hands = (accountId: SQL, at: SQL): SQL => sql`array(
	select ${accountId} union all
	select knowledge.known_to from credential_knowledge knowledge
	where knowledge.account_id = ${accountId} and knowledge.since <= ${at}
		and (knowledge.until is null or knowledge.until > ${at})
)`;

/**
 * The rule of every decision in one place: whether two accounts may have been in the same hands, each
 * at its moment. What came through the one is then not decided on through the other.
 */
export const sameHands = (
	one: { accountId: SQL; at: SQL },
	other: { accountId: SQL; at: SQL },
): SQL => sql`(${hands(one.accountId, one.at)} && ${hands(other.accountId, other.at)})`;

/** The deciding side of `sameHands`: an account now. */
export const handsOf = (accountId: number, now: Date): { accountId: SQL; at: SQL } => ({
	accountId: sql`${accountId}::int`,
	at: instant(now),
});

/** Whether the actor now and an account then may have been in the same hands. */
export async function wasInHandsOf(
	database: Database,
	actor: Pick<Actor, 'accountId'>,
	now: Date,
	then: { accountId: number; at: Date },
): Promise<boolean> {
	const decider = handsOf(actor.accountId, now);
	const author = handsOf(then.accountId, then.at);
	const [answer] = await queryRows<{ same: boolean }>(
		database,
		sql`select ${sameHands(decider, author)} as same`,
	);
	return answer?.same ?? true;
}

/**
 * Notes that the actor knows a credential of another's account from now on, and with them whoever
 * knows one of the actor's own: they could have done it in the actor's name.
 */
export async function noteKnowledge(
	database: Database,
	actor: Pick<Actor, 'accountId'> | null,
	given: {
		accountId: number;
		kind: CredentialKind;
		/** Of a link: it tells nobody anything before it is used. */
		linkId?: number;
		tokenId?: number;
	},
	now: Date,
): Promise<void> {
	if (actor === null || actor.accountId === given.accountId) return;
	const { accountId, kind, linkId = null, tokenId = null } = given;
	const since = linkId === null ? instant(now) : sql`null::timestamptz`;
	await database.execute(
		sql`insert into credential_knowledge (account_id, known_to, kind, link_id, token_id, since)
			select ${accountId}::int, known_to, ${kind}, ${linkId}::int, ${tokenId}::int, ${since}
			from (select distinct unnest(${hands(sql`${actor.accountId}::int`, instant(now))}) as known_to) knower
			where known_to <> ${accountId}`,
	);
}

/** A link was used: from now on what comes through the account may be its issuer's. */
export async function linkWasUsed(database: Database, linkId: number, now: Date): Promise<void> {
	await database
		.update(credentialKnowledge)
		.set({ since: now })
		.where(eq(credentialKnowledge.linkId, linkId));
}

/** The owner has a credential of their own in place of those that others know. */
export async function endKnowledge(
	database: Database,
	which: { accountId: number; kinds: readonly CredentialKind[] } | { tokenId: number },
	now: Date,
): Promise<void> {
	const chosen =
		'tokenId' in which
			? eq(credentialKnowledge.tokenId, which.tokenId)
			: and(
					eq(credentialKnowledge.accountId, which.accountId),
					inArray(credentialKnowledge.kind, [...which.kinds]),
				);
	await database
		.update(credentialKnowledge)
		.set({ until: now })
		.where(
			and(
				chosen,
				sql`${credentialKnowledge.since} is not null and ${credentialKnowledge.until} is null`,
			),
		);
}
