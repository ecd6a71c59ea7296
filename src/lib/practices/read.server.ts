import { asc, eq, sql } from 'drizzle-orm';
import { handsOf, sameHands } from '../accounts/access/credential-knowledge.server';
import { reachedUnits } from '../accounts/access/reach.server';
import { requireSight } from '../accounts/access/require-sight.server';
import { unitColumns } from '../admin-units/home.server';
import type { Actor } from '../contracts/accounts';
import type { Unit, UnitKind } from '../contracts/admin-units';
import type { PracticeState } from '../contracts/practices';
import type { DigitalSkill } from '../contracts/teams/teams';
import { queryRows, type Database } from '../server/db/client';
import { account, adminUnit, practice, practiceEvent, practicePhoto } from '../server/db/schema';
import { NotFoundError } from '../server/errors';
import { practiceRoles, readParty } from './step.server';
import { openSteps, type OpenSteps } from './steps';
import { isoInstant } from '../server/db/instant';

export interface ListedPractice extends Record<string, unknown> {
	id: number;
	title: string;
	skill: DigitalSkill | null;
	state: PracticeState;
	unitKind: UnitKind;
	unitName: string;
	parentName: string;
	/** ISO instant. */
	changedAt: string;
	/** Waits for a review that the actor may give. */
	waiting: boolean;
}

const shownAtOnce = 200;

/** Of what waits: whether the actor may have written or illustrated it. It hasn't changed since it was submitted. */
const isOwn = ({ accountId }: Actor) => {
	const decider = handsOf(accountId, new Date());
	const writer = { accountId: sql`practice.written_by`, at: sql`practice.changed_at` };
	const illustrator = { accountId: sql`file.uploaded_by`, at: sql`file.uploaded_at` };
	return sql`(${sameHands(decider, writer)} or exists (
		select from practice_photo photo join stored_file file on file.id = photo.file_id
		where photo.practice_id = practice.id and ${sameHands(decider, illustrator)}
	))`;
};

/** Of the units for which the actor writes or reviews: what waits for them first, then the newest. */
export function listPractices(
	database: Database,
	actor: Actor,
	{ state }: { state: PracticeState | null },
): Promise<ListedPractice[]> {
	const reviews = sql`practice.unit_id in ${reachedUnits(actor, 'approver')}`;
	return queryRows<ListedPractice>(
		database,
		sql`select practice.id, practice.title, practice.skill, practice.state,
				unit.kind as "unitKind", unit.name as "unitName", coalesce(parent.name, '') as "parentName",
				${isoInstant(sql`practice.changed_at`)} as "changedAt",
				practice.state = 'submitted' and ${reviews} and not ${isOwn(actor)} as waiting
			from practice
			join admin_unit unit on unit.id = practice.unit_id
			left join admin_unit parent on parent.id = unit.parent_id and parent.level <> 'country'
			where (practice.unit_id in ${reachedUnits(actor, 'reporter')} or ${reviews})
				${state === null ? sql`` : sql`and practice.state = ${state}`}
			order by waiting desc, practice.changed_at desc, practice.id desc
			limit ${shownAtOnce}`,
	);
}

/** How many wait for a review that the actor may give. */
export async function countWaiting(database: Database, actor: Actor): Promise<number> {
	const [row] = await queryRows<{ waiting: number }>(
		database,
		sql`select count(*)::int as waiting from practice
			where state = 'submitted' and unit_id in ${reachedUnits(actor, 'approver')} and not ${isOwn(actor)}`,
	);
	return row?.waiting ?? 0;
}

export interface PracticeView {
	id: number;
	title: string;
	skill: DigitalSkill | null;
	doing: string;
	result: string;
	state: PracticeState;
	unit: Unit;
	photos: { id: number; description: string; withoutFaces: boolean }[];
	/** Oldest first. */
	events: { state: PracticeState; text: string; by: string; at: Date }[];
	open: OpenSteps;
}

/** @throws NotFoundError, ForbiddenError */
export async function readPractice(
	database: Database,
	actor: Actor,
	id: number,
): Promise<PracticeView> {
	const [found] = await database
		.select({ practice, unit: unitColumns })
		.from(practice)
		.innerJoin(adminUnit, eq(adminUnit.id, practice.unitId))
		.where(eq(practice.id, id));
	const missing = `There is no practice ${id}.`;
	if (!found) throw new NotFoundError(missing);
	await requireSight(database, actor, {
		roles: practiceRoles,
		unitId: found.unit.id,
		missing,
	});
	const { title, skill, doing, result, state } = found.practice;
	return {
		...{ id, title, skill, doing, result, state, unit: found.unit },
		photos: await database
			.select({
				id: practicePhoto.id,
				description: practicePhoto.description,
				withoutFaces: practicePhoto.withoutFaces,
			})
			.from(practicePhoto)
			.where(eq(practicePhoto.practiceId, id))
			.orderBy(asc(practicePhoto.id)),
		events: await database
			.select({
				state: practiceEvent.state,
				text: practiceEvent.text,
				by: account.displayName,
				at: practiceEvent.at,
			})
			.from(practiceEvent)
			.innerJoin(account, eq(account.id, practiceEvent.byAccountId))
			.where(eq(practiceEvent.practiceId, id))
			.orderBy(asc(practiceEvent.id)),
		open: openSteps(state, await readParty(database, actor, found.practice, new Date())),
	};
}
