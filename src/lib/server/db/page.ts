import { sql, type SQL } from 'drizzle-orm';
import type { PageRequest } from '../../contracts/pages';

/** Ends a statement that reads one page of a list. */
export const onePage = ({ page, pageSize }: PageRequest): SQL =>
	sql`limit ${pageSize} offset ${(page - 1) * pageSize}`;

/** Ends a statement whose list is too long to be counted: one more row tells whether there is a next page. */
export const onePageAndNext = ({ page, pageSize }: PageRequest): SQL =>
	sql`limit ${pageSize + 1} offset ${(page - 1) * pageSize}`;

/** What `onePageAndNext` read. */
export const pageAndNext = <Row>(rows: readonly Row[], { page, pageSize }: PageRequest) => ({
	entries: rows.slice(0, pageSize),
	page,
	hasMore: rows.length > pageSize,
});
