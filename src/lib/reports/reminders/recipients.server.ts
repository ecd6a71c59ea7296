import { and, eq, inArray, isNotNull, isNull } from 'drizzle-orm';
import type { Database } from '../../server/db/client';
import { account, roleGrant } from '../../server/db/schema';

export interface Recipient {
	accountId: number;
	email: string;
	/** Of whom the account is told what is missing, and where it stands above those who report. */
	unitId: number;
	isAbove: boolean;
}

/** Everybody who can be reminded by e-mail, once for each unit of theirs. */
export async function readRecipients(database: Database): Promise<Recipient[]> {
	const rows = await database
		.selectDistinct({
			accountId: account.id,
			email: account.email,
			unitId: roleGrant.unitId,
			role: roleGrant.role,
		})
		.from(account)
		.innerJoin(roleGrant, eq(roleGrant.accountId, account.id))
		.where(
			and(
				isNotNull(account.email),
				isNull(account.disabledAt),
				inArray(roleGrant.role, ['reporter', 'approver', 'administrator']),
			),
		)
		.orderBy(account.id);
	return rows.flatMap(({ email, role, ...row }) =>
		email === null ? [] : [{ ...row, email, isAbove: role !== 'reporter' }],
	);
}
