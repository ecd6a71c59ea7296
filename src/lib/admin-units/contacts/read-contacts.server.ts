import { sql } from 'drizzle-orm';
import type { OfficeContact } from '../../contracts/contacts';
import { queryRows, type Database } from '../../server/db/client';
import { unitsAbove } from '../../server/db/unit-tree';

/** Offices of the unit itself and of those above it, the nearest first. */
export function readContacts(database: Database, unitId: number): Promise<OfficeContact[]> {
	return queryRows<OfficeContact & Record<string, unknown>>(
		database,
		sql`select unit.id as "unitId", json_build_object('kind', unit.kind, 'name', unit.name) as unit,
				contact.office, contact.phone, contact.email, contact.hours, contact.channel
			from ${unitsAbove(unitId)} line
			join office_contact contact on contact.unit_id = line.id
			join admin_unit unit on unit.id = line.id
			order by line.depth`,
	);
}
