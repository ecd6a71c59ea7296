import type { Database } from './client';

/** Something of its own for each database, made when it is first asked for: tests have many at once. */
export function perDatabase<Made>(
	make: (database: Database) => Made,
): (database: Database) => Made {
	const madeFor = new WeakMap<Database, Made>();
	return (database) => {
		const kept = madeFor.get(database);
		if (kept !== undefined) return kept;
		const made = make(database);
		madeFor.set(database, made);
		return made;
	};
}
