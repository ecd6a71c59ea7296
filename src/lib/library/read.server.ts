import { and, eq, isNull, sql } from 'drizzle-orm';
import { mayActOn } from '../accounts/access/may-act-on.server';
import { reachedUnits } from '../accounts/access/reach.server';
import { unitColumns } from '../admin-units/home.server';
import type { ActivityKind } from '../contracts/activities';
import type { Actor } from '../contracts/accounts';
import type { Unit, UnitKind } from '../contracts/admin-units';
import type { MaterialLanguage, MaterialLevel } from '../contracts/library';
import { addDays, localDay } from '../contracts/local-time';
import type { DigitalSkill } from '../contracts/teams/teams';
import { queryRows, type Database } from '../server/db/client';
import { adminUnit, material, storedFile } from '../server/db/schema';
import { NotFoundError } from '../server/errors';
import { serveFile } from '../server/files';
import { handingDown } from '../accounts/access/handed-down.server';

/** A class: who sat in it is known as a count alone. */
export interface TaughtClass extends Record<string, unknown> {
	activityId: number;
	kind: ActivityKind;
	/** Local day. */
	heldOn: string;
	place: string;
	attendance: number | null;
	unitKind: UnitKind;
	unitName: string;
	parentName: string;
}

export interface MaterialView {
	id: number;
	title: string;
	description: string;
	skill: DigitalSkill | null;
	level: MaterialLevel;
	language: MaterialLanguage;
	link: string | null;
	file: { name: string; byteLength: number } | null;
	unit: Unit;
	addedAt: Date;
	/** Newest first; only those of units in reach. */
	classes: TaughtClass[];
	/** Recent classes of the actor's units that nobody linked yet. */
	linkable: TaughtClass[];
	mayWithdraw: boolean;
}

/** @throws NotFoundError where it is not offered to the actor */
export async function readMaterial(
	database: Database,
	actor: Actor,
	id: number,
	now: Date,
): Promise<MaterialView> {
	const found = await findMaterial(database, actor, id);
	const { title, description, skill, level, language, link, addedAt } = found.material;
	return {
		...{ id, title, description, skill, level, language, link, addedAt },
		unit: found.unit,
		file: found.file,
		classes: await readClasses(
			database,
			sql`activity.unit_id in ${reachedUnits(actor, 'viewer')} and linked.material_id is not null`,
			id,
		),
		linkable: await readClasses(
			database,
			sql`activity.unit_id in ${linkingUnits(actor)} and linked.material_id is null
				and activity.held_on > ${addDays(localDay(now), -linkableDays)}`,
			id,
		),
		mayWithdraw: await mayActOn(database, actor, ['approver'], found.unit.id),
	};
}

const linkableDays = 180;

/** Who holds classes, or checks the reports about them, says what they were taught by. */
export const linkingUnits = (actor: Actor) =>
	sql`(select id from ${reachedUnits(actor, 'reporter')} taught
		union select id from ${reachedUnits(actor, 'approver')} checked)`;

function readClasses(
	database: Database,
	condition: ReturnType<typeof sql>,
	materialId: number,
): Promise<TaughtClass[]> {
	return queryRows<TaughtClass>(
		database,
		sql`select activity.id as "activityId", activity.kind, activity.held_on::text as "heldOn",
				activity.place, activity.attendance, unit.kind as "unitKind", unit.name as "unitName",
				coalesce(parent.name, '') as "parentName"
			from activity
			join admin_unit unit on unit.id = activity.unit_id
			left join admin_unit parent on parent.id = unit.parent_id and parent.level <> 'country'
			left join material_class linked
				on linked.activity_id = activity.id and linked.material_id = ${materialId}
			where activity.kind in ('memberClass', 'citizenSession') and activity.cancelled_at is null
				and ${condition}
			order by activity.held_on desc, activity.id desc limit 100`,
	);
}

/** The file of a material. @throws NotFoundError where there is none, or it is not offered to the actor */
export async function serveMaterial(
	database: Database,
	actor: Actor,
	id: number,
): Promise<Response> {
	const { fileId } = (await findMaterial(database, actor, id)).material;
	if (fileId === null) throw new NotFoundError(`Material ${id} is a link.`);
	return serveFile(database, fileId);
}

export async function findMaterial(database: Database, actor: Actor, id: number) {
	const [found] = await database
		.select({
			material,
			unit: unitColumns,
			file: { name: storedFile.name, byteLength: storedFile.byteLength },
		})
		.from(material)
		.innerJoin(adminUnit, eq(adminUnit.id, material.unitId))
		.leftJoin(storedFile, eq(storedFile.id, material.fileId))
		.where(
			and(
				eq(material.id, id),
				isNull(material.withdrawnAt),
				sql`${material.unitId} in ${handingDown(actor)}`,
			),
		);
	if (!found) throw new NotFoundError(`There is no material ${id}.`);
	return found;
}
