import { and, count, eq, sql } from 'drizzle-orm';
import { handingDown } from '../../accounts/access/handed-down.server';
import { unitColumns } from '../../admin-units/home.server';
import type { Actor } from '../../contracts/accounts';
import type { Unit } from '../../contracts/admin-units';
import type { CitedPaper } from '../../contracts/directives';
import type { Database } from '../../server/db/client';
import { adminUnit, directive, planBasis, storedFile } from '../../server/db/schema';
import { NotFoundError } from '../../server/errors';
import { serveFile } from '../../server/files';
import { keepsPlansOf } from '../keeper.server';

export interface DirectiveView extends CitedPaper {
	id: number;
	/** In whose register it stands. */
	unit: Unit;
	file: { name: string; byteLength: number } | null;
	/** How many plans rest on it, whosever they are. */
	plans: number;
	mayChange: boolean;
}

/** @throws NotFoundError where it is not handed down to the actor. */
export async function readDirective(
	database: Database,
	actor: Actor,
	id: number,
): Promise<DirectiveView> {
	const { directive: found, unit, file } = await findDirective(database, actor, id);
	const { kind, number, issuedOn, issuer, subject } = found;
	const [resting] = await database
		.select({ plans: count() })
		.from(planBasis)
		.where(eq(planBasis.directiveId, id));
	return {
		...{ id, kind, number, issuedOn, issuer, subject, unit, file },
		plans: resting?.plans ?? 0,
		mayChange: await keepsPlansOf(database, actor, unit.id),
	};
}

/** Its file. @throws NotFoundError where there is none, or it is not handed down to the actor. */
export async function serveDirective(
	database: Database,
	actor: Actor,
	id: number,
): Promise<Response> {
	const { fileId } = (await findDirective(database, actor, id)).directive;
	if (fileId === null) throw new NotFoundError(`There is no directive ${id}.`);
	return serveFile(database, fileId);
}

/** @throws NotFoundError */
export async function findDirective(database: Database, actor: Actor, id: number) {
	const [found] = await database
		.select({
			directive,
			unit: unitColumns,
			file: { name: storedFile.name, byteLength: storedFile.byteLength },
		})
		.from(directive)
		.innerJoin(adminUnit, eq(adminUnit.id, directive.unitId))
		.leftJoin(storedFile, eq(storedFile.id, directive.fileId))
		.where(and(eq(directive.id, id), sql`${directive.unitId} in ${handingDown(actor)}`));
	if (!found) throw new NotFoundError(`There is no directive ${id}.`);
	return found;
}
