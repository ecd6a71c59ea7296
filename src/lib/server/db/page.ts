import { sql, type SQL } from 'drizzle-orm';
import type { PageRequest } from '../../contracts/pages';

/** Ends a statement that reads one page of a list. */
export const onePage = ({ page, pageSize }: PageRequest): SQL =>
	sql`limit ${pageSize} offset ${(page - 1) * pageSize}`;
