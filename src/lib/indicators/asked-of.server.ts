import type { FormKind } from '../contracts/reports';
import type { Database } from '../server/db/client';
import { reportableIn } from './reportable-in.server';
import { codesOfForm } from './rules.server';

/** Codes that a form of this kind asks at least one of these units for. */
export async function askedOf(
	database: Database,
	unitIds: readonly number[],
	form: FormKind,
): Promise<ReadonlySet<string>> {
	const asked = codesOfForm(form);
	return new Set([...(await reportableIn(database, unitIds))].filter((code) => asked.has(code)));
}
