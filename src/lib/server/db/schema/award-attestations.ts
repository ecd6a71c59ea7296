import { index, integer, pgTable, text } from 'drizzle-orm/pg-core';
import { account } from './accounts';
import { awardNomination } from './award-nominations';
import { instant } from './columns';

/** A unit's head vouches for a dossier as it was then. Never changed: a later one stands beside it. */
export const awardAttestation = pgTable(
	'award_attestation',
	{
		id: integer().primaryKey().generatedAlwaysAsIdentity(),
		nominationId: integer('nomination_id')
			.notNull()
			.references(() => awardNomination.id),
		/** Of the head, as it stands under papers; the account may be somebody else's office. */
		name: text().notNull(),
		post: text().notNull(),
		/** SHA-256 of what was attested, as canonical JSON. */
		contentHash: text('content_hash').notNull(),
		attestedBy: integer('attested_by')
			.notNull()
			.references(() => account.id),
		attestedAt: instant('attested_at').notNull(),
	},
	(table) => [index('award_attestation_nomination').on(table.nominationId)],
);
