import { customType, integer, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import { account } from './accounts';

const bytea = customType<{ data: Uint8Array }>({ dataType: () => 'bytea' });

/** A file that somebody handed in: a decision, a photo, teaching material. Internal; never changed. */
export const storedFile = pgTable('stored_file', {
	id: integer().primaryKey().generatedAlwaysAsIdentity(),
	/** As it was called on the device it came from; shown, never used as a path. */
	name: text().notNull(),
	mediaType: text('media_type').notNull(),
	byteLength: integer('byte_length').notNull(),
	content: bytea().notNull(),
	uploadedBy: integer('uploaded_by')
		.notNull()
		.references(() => account.id),
	uploadedAt: timestamp('uploaded_at', { withTimezone: true }).notNull().defaultNow(),
});
