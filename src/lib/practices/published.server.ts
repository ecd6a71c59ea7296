import { and, asc, eq, sql } from 'drizzle-orm';
import type { UnitKind } from '../contracts/admin-units';
import type { DigitalSkill } from '../contracts/teams/teams';
import { queryRows, type Database } from '../server/db/client';
import { practice, practicePhoto } from '../server/db/schema';
import { NotFoundError } from '../server/errors';
import type { PageRequest } from '../contracts/pages';
import { onePage } from '../server/db/page';
import { liesIn } from '../server/db/unit-tree';
import { isoInstant } from '../server/db/instant';

/** What everybody may read: the unit is named, no person is. */
export interface PublishedPractice extends Record<string, unknown> {
	id: number;
	title: string;
	skill: DigitalSkill | null;
	unitKind: UnitKind;
	unitName: string;
	/** Null for a unit right below the country. */
	parentKind: UnitKind | null;
	parentName: string | null;
	/** ISO instant. */
	publishedAt: string;
	/** The beginning of the result in lists. */
	result: string;
	/** The first of the public photos. */
	photoId: number | null;
}

export interface PublishedPage extends PublishedPractice {
	doing: string;
	photos: { id: number; description: string }[];
}

const columns = (resultLength: number) => sql`practice.id, practice.title, practice.skill,
	unit.kind as "unitKind", unit.name as "unitName", parent.kind as "parentKind", parent.name as "parentName",
	${isoInstant(sql`practice.published_at`)} as "publishedAt",
	left(practice.result, ${resultLength}) as result,
	(select min(id) from practice_photo photo
		where photo.practice_id = practice.id and photo.without_faces) as "photoId"`;
const tables = sql`practice
	join admin_unit unit on unit.id = practice.unit_id
	left join admin_unit parent on parent.id = unit.parent_id and parent.level <> 'country'`;

const beginning = 240;

/** Newest first. @param unitIds only those of these units and of what lies below them. */
export async function listPublished(
	database: Database,
	{
		skill,
		unitIds,
		...page
	}: { skill: DigitalSkill | null; unitIds?: readonly number[] } & PageRequest,
): Promise<{ practices: PublishedPractice[]; total: number }> {
	const rows = await queryRows<PublishedPractice & { total: number }>(
		database,
		sql`select ${columns(beginning)}, count(*) over ()::int as total from ${tables}
			where practice.state = 'published' ${skill === null ? sql`` : sql`and practice.skill = ${skill}`}
			${unitIds === undefined ? sql`` : sql`and ${liesIn('unit', unitIds)}`}
			order by practice.published_at desc, practice.id desc
			${onePage(page)}`,
	);
	return { practices: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 };
}

/** All that have a page of their own. */
export async function listPublishedIds(database: Database): Promise<number[]> {
	const rows = await database
		.select({ id: practice.id })
		.from(practice)
		.where(eq(practice.state, 'published'))
		.orderBy(asc(practice.id));
	return rows.map(({ id }) => id);
}

/** @throws NotFoundError unless it is published */
export async function readPublished(database: Database, id: number): Promise<PublishedPage> {
	const [row] = await queryRows<PublishedPractice & { doing: string }>(
		database,
		sql`select ${columns(10_000)}, practice.doing from ${tables}
			where practice.state = 'published' and practice.id = ${id}`,
	);
	if (!row) throw new NotFoundError(`There is no published practice ${id}.`);
	const photos = await database
		.select({ id: practicePhoto.id, description: practicePhoto.description })
		.from(practicePhoto)
		.where(and(eq(practicePhoto.practiceId, id), eq(practicePhoto.withoutFaces, true)))
		.orderBy(asc(practicePhoto.id));
	return { ...row, photos };
}
