import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { Database } from '../../server/db/client';
import { recoveryCode } from '../../server/db/schema';
import { hashCode } from '../code-hash.server';
import { hashSecret } from '../secret.server';
import { newCode, normalizeCode, printedCode } from '../short-code.server';

/** How many an account gets at once. */
const count = 8;

/** Of those handed out before: 49 bits. */
const shortest = 10;

/** Takes a recovery code, once. */
export async function takeRecoveryCode(
	database: Database,
	accountId: number,
	typed: string,
	now: Date,
): Promise<boolean> {
	const taken = await database
		.update(recoveryCode)
		.set({ usedAt: now })
		.where(await isOpenCode(accountId, typed))
		.returning({ accountId: recoveryCode.accountId });
	return taken.length > 0;
}

/** Whether a recovery code would be taken. Takes it not. */
export async function hasRecoveryCode(
	database: Database,
	accountId: number,
	typed: string,
): Promise<boolean> {
	return (await database.$count(recoveryCode, await isOpenCode(accountId, typed))) > 0;
}

/** Whether what was typed is long enough for a recovery code, which nobody finds by guessing. */
export const isRecoveryCode = (typed: string): boolean => normalizeCode(typed).length >= shortest;

/** New recovery codes in place of the old ones: in the answer, and kept nowhere. */
export async function renewRecoveryCodes(database: Database, accountId: number): Promise<string[]> {
	const codes = Array.from({ length: count }, () => printedCode(newCode()));
	const hashes = await Promise.all(codes.map((code) => hashCode(code, purposeOf(accountId))));
	await database.delete(recoveryCode).where(eq(recoveryCode.accountId, accountId));
	await database.insert(recoveryCode).values(hashes.map((codeHash) => ({ accountId, codeHash })));
	return codes;
}

export async function countRecoveryCodes(database: Database, accountId: number): Promise<number> {
	return database.$count(
		recoveryCode,
		and(eq(recoveryCode.accountId, accountId), isNull(recoveryCode.usedAt)),
	);
}

/**
 * Hashes once more what may still be a plain hash, so that no copy of the database gives a code away;
 * the code on its owner's paper goes on working. Idempotent, for housekeeping.
 */
export async function slowDownOldCodes(database: Database): Promise<void> {
	const old = await database.select().from(recoveryCode).where(eq(recoveryCode.slow, false));
	for (const { accountId, codeHash } of old)
		await database
			.update(recoveryCode)
			.set({ codeHash: await hashCode(codeHash, purposeOf(accountId)), slow: true })
			.where(
				and(
					eq(recoveryCode.accountId, accountId),
					eq(recoveryCode.codeHash, codeHash),
					eq(recoveryCode.slow, false),
				),
			);
}

async function isOpenCode(accountId: number, typed: string) {
	return and(
		eq(recoveryCode.accountId, accountId),
		inArray(recoveryCode.codeHash, await hashesOf(accountId, typed)),
		isNull(recoveryCode.usedAt),
	);
}

/** All forms under which a code may be kept: its own, those of before, and these hashed once more. */
async function hashesOf(accountId: number, typed: string): Promise<string[]> {
	const before = [await hashCode(typed, purposeOf(accountId)), hashSecret(normalizeCode(typed))];
	const again = before.map((hash) => hashCode(hash, purposeOf(accountId)));
	return [...before, ...(await Promise.all(again))];
}

const purposeOf = (accountId: number) => `recovery of ${accountId}`;
