import { sql, type SQL } from 'drizzle-orm';

/**
 * Array of the accounts that had handed out the links by which an account was opened up to a moment,
 * for a query. Whoever hands out a link could have used it: so they don't approve what came that way.
 * @param accountId and `until`: columns of the query around it.
 */
export const linkIssuers = (accountId: SQL, until: SQL): SQL => sql`array(
	select link.issued_by from sign_in_link link
	where link.account_id = ${accountId} and link.used_at <= ${until}
)`;
