import * as v from 'valibot';
import { eq } from 'drizzle-orm';
import { mayActOn } from '../../accounts/access/may-act-on.server';
import { writeAudit } from '../../accounts/audit/audit.server';
import type { Actor } from '../../contracts/accounts';
import type { Database } from '../../server/db/client';
import { officeContact } from '../../server/db/schema';
import { ForbiddenError } from '../../server/errors';
import { parse } from '../../server/parse';
import { longestContact } from './longest';

const line = (most: number) => v.pipe(v.string(), v.trim(), v.maxLength(most, 'tooLong'));

const Given = v.pipe(
	v.object({
		office: line(longestContact.office),
		/** A hotline of few digits too, such as 1022; several numbers stand beside each other. */
		phone: v.pipe(
			line(longestContact.phone),
			v.regex(/^(?:\+?\d[\d\s.()–-]+(?:[;,/]\s*(?=\+?\d))?)*$/, 'phone'),
		),
		email: v.union(
			[
				v.pipe(v.string(), v.trim(), v.literal('', 'email')),
				v.pipe(line(longestContact.email), v.email('email')),
			],
			'email',
		),
		hours: line(longestContact.hours),
		/** Shown to be clicked, so nothing but a page on the web. */
		channel: v.optional(
			v.pipe(
				line(longestContact.channel),
				v.regex(/^(?:https:\/\/[\w-]+(?:\.[\w-]+)+(?:\/\S*)?)?$/, 'channel'),
			),
			'',
		),
	}),
	v.forward(
		v.check((given) => given.office !== '' || isEmpty(given), 'office'),
		['office'],
	),
	v.forward(
		v.check(
			(given) => isEmpty(given) || given.phone !== '' || given.email !== '' || given.channel !== '',
			'way',
		),
		['phone'],
	),
);

const isEmpty = (given: object) => Object.values(given).every((each) => each === '');

/**
 * The office that citizens of a unit may ask; with every field empty there is none any more.
 * @throws ForbiddenError unless the actor administers the unit; InvalidError.
 */
export async function saveContact(
	database: Database,
	actor: Actor,
	unitId: number,
	given: unknown,
	now: Date,
): Promise<'saved' | 'removed'> {
	const contact = parse(Given, given);
	if (!(await mayActOn(database, actor, ['administrator'], unitId)))
		throw new ForbiddenError('This account administers another unit.');
	const removed = isEmpty(contact);
	const row = { ...contact, changedBy: actor.accountId, changedAt: now };
	await database.transaction(async (transaction) => {
		await (removed
			? transaction.delete(officeContact).where(eq(officeContact.unitId, unitId))
			: transaction
					.insert(officeContact)
					.values({ unitId, ...row })
					.onConflictDoUpdate({ target: officeContact.unitId, set: row }));
		await writeAudit(transaction, {
			actor,
			action: 'contact.save',
			subject: `unit:${unitId}`,
			details: contact,
		});
	});
	return removed ? 'removed' : 'saved';
}
