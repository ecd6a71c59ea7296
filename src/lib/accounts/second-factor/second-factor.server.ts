import { and, eq, lt } from 'drizzle-orm';
import { Secret, TOTP } from 'otpauth';
import type { Role } from '../../contracts/accounts';
import type { Database } from '../../server/db/client';
import { recoveryCode, secondFactor } from '../../server/db/schema';
import { effectiveGrants } from '../access/effective-grants.server';

/** Seconds for which a code of the app holds. */
const period = 30;

/** Holders of these decide about the numbers and about accounts. */
const rolesThatNeedOne: readonly Role[] = ['approver', 'administrator'];

/** Whether one of these roles, lent or one's own, asks for a second factor. */
export const askSecondFactor = (grants: readonly { role: Role }[]): boolean =>
	grants.some(({ role }) => rolesThatNeedOne.includes(role));

/** Whether some role that the account holds now asks for a second factor. */
export async function needsSecondFactor(
	database: Database,
	accountId: number,
	now: Date,
): Promise<boolean> {
	const grant = effectiveGrants(database, now);
	const grants = await database
		.select({ role: grant.role })
		.from(grant)
		.where(eq(grant.accountId, accountId));
	return askSecondFactor(grants);
}

/** Since when the account's second factor is in use; null without one. */
export async function secondFactorSince(
	database: Database,
	accountId: number,
): Promise<Date | null> {
	const [found] = await database
		.select({ confirmedAt: secondFactor.confirmedAt })
		.from(secondFactor)
		.where(eq(secondFactor.accountId, accountId));
	return found?.confirmedAt ?? null;
}

/** Base32. Kept by the page that shows it until a code confirms it: so nobody finds it half set up. */
export const newAppSecret = (): string => new Secret({ size: 20 }).base32;

/** A secret that a form brings back; null for anything that never was one of ours. */
export const parseAppSecret = (text: string | undefined): string | null =>
	text !== undefined && /^[A-Z2-7]{32}$/.test(text) ? text : null;

/** What the app reads from the QR code. */
export function provisioningUri(secret: string, accountName: string): string {
	return new TOTP({ issuer: 'Nhịp Số', label: accountName, secret }).toString();
}

/** Begins to use the secret if the code shows that the app has it; not where there is one already. */
export async function confirmAppSecret(
	database: Database,
	accountId: number,
	{ secret, code }: { secret: string; code: string },
	now: Date,
): Promise<boolean> {
	const lastStep = stepOf(secret, code, now);
	if (lastStep === null) return false;
	const begun = await database
		.insert(secondFactor)
		.values({ accountId, secret, confirmedAt: now, lastStep })
		.onConflictDoNothing()
		.returning({ accountId: secondFactor.accountId });
	return begun.length > 0;
}

/**
 * Takes a code of the app, at most once: a step of the clock that was used doesn't come again, even
 * for two requests at the same moment.
 */
export async function takeAppCode(
	database: Database,
	accountId: number,
	code: string,
	now: Date,
): Promise<boolean> {
	const lastStep = await newStepOf(database, accountId, code, now);
	if (lastStep === null) return false;
	const taken = await database
		.update(secondFactor)
		.set({ lastStep })
		.where(and(eq(secondFactor.accountId, accountId), lt(secondFactor.lastStep, lastStep)))
		.returning({ accountId: secondFactor.accountId });
	return taken.length > 0;
}

/** Whether the app shows the code now, and it wasn't taken yet. Takes it not. */
export async function hasAppCode(
	database: Database,
	accountId: number,
	code: string,
	now: Date,
): Promise<boolean> {
	return (await newStepOf(database, accountId, code, now)) !== null;
}

async function newStepOf(database: Database, accountId: number, code: string, now: Date) {
	const [found] = await database
		.select()
		.from(secondFactor)
		.where(eq(secondFactor.accountId, accountId));
	const step = found ? stepOf(found.secret, code, now) : null;
	return found && step !== null && step > found.lastStep ? step : null;
}

/** The step of the clock whose code this is, of the present one and its neighbours; null for others. */
function stepOf(secret: string, code: string, now: Date): number | null {
	const token = code.replace(/\s/g, '');
	if (!/^\d{6}$/.test(token)) return null;
	const timestamp = now.getTime();
	const given = { token, secret: Secret.fromBase32(secret), period, timestamp, window: 1 };
	const delta = TOTP.validate(given);
	return delta === null ? null : TOTP.counter({ period, timestamp }) + delta;
}

/** Takes the second factor away with its recovery codes; answers whether there was one. */
export async function removeSecondFactor(database: Database, accountId: number): Promise<boolean> {
	await database.delete(recoveryCode).where(eq(recoveryCode.accountId, accountId));
	const removed = await database
		.delete(secondFactor)
		.where(eq(secondFactor.accountId, accountId))
		.returning({ accountId: secondFactor.accountId });
	return removed.length > 0;
}
