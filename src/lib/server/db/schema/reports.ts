import { sql } from 'drizzle-orm';
import {
	bigint,
	boolean,
	check,
	date,
	foreignKey,
	index,
	integer,
	jsonb,
	pgTable,
	primaryKey,
	text,
	unique,
	uuid,
} from 'drizzle-orm/pg-core';
import type {
	Explanation,
	Qualifier,
	ReportChannel,
	ReportSource,
	RevisionState,
	ValueStatus,
} from '../../../contracts/reports';
import type { UnitLevel } from '../../../contracts/admin-units';
import { account } from './accounts';
import { adminUnit } from './admin-units';
import { deadlineVersion } from './deadlines';
import { indicator } from './indicators';
import { reportingPeriod } from './periods';
import { instant } from './columns';

/**
 * The instant before which a level's report is on time: the country's, and that of each unit that had
 * rules of its own when the period was made.
 */
export const periodDueDate = pgTable(
	'period_due_date',
	{
		periodId: integer('period_id')
			.notNull()
			.references(() => reportingPeriod.id),
		unitId: integer('unit_id').references(() => adminUnit.id),
		level: text().$type<UnitLevel>().notNull(),
		dueAt: instant('due_at').notNull(),
		/** The day whose figures are reported. */
		cutOffOn: date('cut_off_on'),
		/** The rules it follows. */
		versionId: integer('version_id').references(() => deadlineVersion.id),
	},
	(table) => [
		unique('period_due_date_once').on(table.periodId, table.unitId, table.level).nullsNotDistinct(),
	],
);

/**
 * A unit's report of a period. The two pointers are derived by `recomputeReport`:
 * provisional = newest revision that was not returned, approved = newest approved one.
 */
export const report = pgTable(
	'report',
	{
		id: integer().primaryKey().generatedAlwaysAsIdentity(),
		unitId: integer('unit_id')
			.notNull()
			.references(() => adminUnit.id),
		periodId: integer('period_id')
			.notNull()
			.references(() => reportingPeriod.id),
		firstReceivedAt: instant('first_received_at').notNull(),
		onTime: boolean('on_time').notNull(),
		latestRevision: integer('latest_revision').notNull(),
		provisionalRevision: integer('provisional_revision'),
		approvedRevision: integer('approved_revision'),
	},
	(table) => [
		unique('report_unit_period').on(table.unitId, table.periodId),
		index('report_period').on(table.periodId),
	],
);

export const reportRevision = pgTable(
	'report_revision',
	{
		reportId: integer('report_id')
			.notNull()
			.references(() => report.id),
		/** 1, 2, 3 … within its report. */
		revision: integer().notNull(),
		state: text().$type<RevisionState>().notNull(),
		submittedBy: integer('submitted_by')
			.notNull()
			.references(() => account.id),
		/** The server's clock. */
		receivedAt: instant('received_at').notNull(),
		/** The device's own clock: shown, not trusted. */
		deviceAt: instant('device_at'),
		channel: text().$type<ReportChannel>().notNull(),
		/** How the figures reached whoever entered them. */
		source: text().$type<ReportSource>().notNull().default('self'),
		/** Given by the sending device, once per entry: sent again, it is the same revision. */
		clientId: uuid('client_id'),
		/** Why a cumulative count fell, or why a report was corrected. */
		reason: text(),
		/** A word about each figure that looked odd: internal. */
		explanations: jsonb().$type<Explanation[]>().notNull().default([]),
		decidedBy: integer('decided_by').references(() => account.id),
		/** Whose role the decider used while that approver was away. */
		onBehalfOf: integer('on_behalf_of').references(() => account.id),
		decidedAt: instant('decided_at'),
		comment: text(),
		households: integer(),
		skill1: integer('skill_1'),
		skill2: integer('skill_2'),
		skill3: integer('skill_3'),
		skill4: integer('skill_4'),
		skill5: integer('skill_5'),
		allFive: integer('all_five'),
		assisted: integer(),
		vneid: integer(),
		serviceAccount: integer('service_account'),
	},
	(table) => [
		primaryKey({ columns: [table.reportId, table.revision] }),
		unique('report_revision_client').on(table.submittedBy, table.clientId),
		index('report_revision_waiting')
			.on(table.reportId)
			.where(sql`${table.state} = 'submitted'`),
		check('report_revision_households', sql`${table.households} >= 0`),
	],
);

export const reportValue = pgTable(
	'report_value',
	{
		reportId: integer('report_id').notNull(),
		revision: integer().notNull(),
		indicatorCode: text('indicator_code')
			.notNull()
			.references(() => indicator.code),
		status: text().$type<ValueStatus>().notNull(),
		value: bigint({ mode: 'number' }),
		qualifier: text().$type<Qualifier>().notNull().default('='),
	},
	(table) => [
		primaryKey({ columns: [table.reportId, table.revision, table.indicatorCode] }),
		foreignKey({
			columns: [table.reportId, table.revision],
			foreignColumns: [reportRevision.reportId, reportRevision.revision],
		}),
		check('report_value_present', sql`(${table.status} = 'value') = (${table.value} is not null)`),
	],
);

/** The villages' revisions that a commune's revision was summed up from. */
export const rollUpSource = pgTable(
	'roll_up_source',
	{
		reportId: integer('report_id').notNull(),
		revision: integer().notNull(),
		sourceReportId: integer('source_report_id').notNull(),
		sourceRevision: integer('source_revision').notNull(),
	},
	(table) => [
		primaryKey({ columns: [table.reportId, table.revision, table.sourceReportId] }),
		foreignKey({
			columns: [table.reportId, table.revision],
			foreignColumns: [reportRevision.reportId, reportRevision.revision],
		}),
		foreignKey({
			columns: [table.sourceReportId, table.sourceRevision],
			foreignColumns: [reportRevision.reportId, reportRevision.revision],
		}),
	],
);

/** The first answer to a repeated `Idempotency-Key`, per account. */
export const idempotentAnswer = pgTable(
	'idempotent_answer',
	{
		accountId: integer('account_id')
			.notNull()
			.references(() => account.id),
		key: text().notNull(),
		/** SHA-256 of the request body, hex: the same key with another body is refused. */
		requestHash: text('request_hash').notNull(),
		status: integer().notNull(),
		body: jsonb(),
		createdAt: instant('created_at').notNull().defaultNow(),
	},
	(table) => [primaryKey({ columns: [table.accountId, table.key] })],
);
