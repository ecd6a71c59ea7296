import { HeadingLevel, Document, Packer, Paragraph } from 'docx';
import { sql } from 'drizzle-orm';
import { unitByCode } from '../../admin-units/home.server';
import type { Actor } from '../../contracts/accounts';
import { localDay } from '../../contracts/local-time';
import { addMaterial } from '../../library/add.server';
import { linkClass } from '../../library/link-class.server';
import { queryRows, type Database } from '../../server/db/client';
import { imaginedMaterials, type ImaginedMaterial } from '../history/materials';
import { provinceCode } from '../province/identity';

const classesEach = 4;

/** Hand-outs of the province, and classes of the last months that were taught by them. */
export async function addMaterials(database: Database, actor: Actor, now: Date): Promise<void> {
	const province = await unitByCode(database, provinceCode, localDay(now));
	if (!province) throw new Error('The demo has no province.');
	for (const material of imaginedMaterials) {
		const { lines: _, ...described } = material;
		const file = await handOut(material);
		const input = { ...described, unitId: province.id, link: null };
		const id = await addMaterial(database, actor, input, { file, now });
		for (const activityId of await readClasses(database, material))
			await linkClass(database, actor, id, activityId, now);
	}
}

async function handOut({ title, lines }: ImaginedMaterial): Promise<File> {
	const document = new Document({
		sections: [
			{
				children: [
					new Paragraph({ text: title, heading: HeadingLevel.HEADING_1 }),
					...lines.map((line) => new Paragraph({ text: line, bullet: { level: 0 } })),
				],
			},
		],
	});
	return new File([new Uint8Array(await Packer.toBuffer(document))], `${title}.docx`);
}

async function readClasses(database: Database, { skill }: ImaginedMaterial): Promise<number[]> {
	const topics = skill === null ? ['several'] : [`skill${skill}`];
	const rows = await queryRows<{ id: number }>(
		database,
		sql`select id from activity
			where kind in ('memberClass', 'citizenSession') and topic in ${topics} and cancelled_at is null
			order by held_on desc, id limit ${classesEach}`,
	);
	return rows.map(({ id }) => id);
}
