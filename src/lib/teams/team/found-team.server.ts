import type { Actor } from '../../contracts/accounts';
import type { Database } from '../../server/db/client';
import { addPaper } from '../papers/papers.server';
import { saveTeams } from '../save-teams.server';

/**
 * Founds one team, with the number of its decision on file.
 * @param decision empty when it isn't known yet.
 * @returns the team's id.
 * @throws InvalidError
 */
export async function foundTeam(
	database: Database,
	actor: Actor,
	row: { foundedOn: string } & Record<string, unknown>,
	decision: string,
): Promise<number> {
	return database.transaction(async (transaction) => {
		const [id] = await saveTeams(transaction, actor, [row]);
		if (id === undefined) throw new Error('A stored row has an id.');
		if (decision !== '') {
			const paper = { kind: 'founding', number: decision, issuedOn: row.foundedOn };
			await addPaper(transaction, actor, id, paper, null);
		}
		return id;
	});
}
