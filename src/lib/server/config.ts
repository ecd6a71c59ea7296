import { resolve } from 'node:path';
import * as v from 'valibot';

const wholeNumber = v.pipe(v.string(), v.regex(/^\d+$/, 'a whole number'), v.transform(Number));

/** The environment, read once. Every variable is optional; README.md lists them. */
const Environment = v.object({
	DATABASE_URL: v.optional(v.pipe(v.string(), v.regex(/^postgres(ql)?:\/\//, 'postgres://…'))),
	DATA_DIR: v.optional(v.string(), '.data/main'),
	HOME_UNIT: v.optional(v.pipe(v.string(), v.regex(/^(VN|\d{2})$/, '"VN" or a province code'))),
	HOST: v.optional(v.string(), '0.0.0.0'),
	PORT: v.optional(wholeNumber, '3000'),
	ORIGIN: v.optional(v.pipe(v.string(), v.url())),
	SMTP_URL: v.optional(v.pipe(v.string(), v.regex(/^smtps?:\/\//, 'smtp://… or smtps://…'))),
	MAIL_FROM: v.optional(v.pipe(v.string(), v.includes('@', 'an e-mail address'))),
	DEMO: v.optional(v.picklist(['1'])),
	REQUIRE_SECOND_FACTOR: v.optional(v.picklist(['0', '1'])),
	FIRST_YEAR: v.optional(
		v.pipe(v.string(), v.regex(/^20\d\d$/, 'a year such as 2022'), v.transform(Number)),
		'2022',
	),
});

export interface Config {
	/** Undefined: the embedded database under `dataDirectory`. */
	databaseUrl: string | undefined;
	/** Absolute. */
	dataDirectory: string;
	/** Code of the unit that the site is about; undefined: decided by what was imported. */
	homeUnit: string | undefined;
	host: string;
	port: number;
	/** The public address, `https://host`; also what `Origin` headers are checked against. */
	origin: string | undefined;
	/** Where e-mail goes out, and from whom; undefined: none is sent. */
	mail: { smtpUrl: string; from: string } | undefined;
	/** Every page says "Dữ liệu minh họa". */
	demo: boolean;
	/** Approvers and administrators sign in with a second factor, and set one up if they have none. */
	requireSecondFactor: boolean;
	/** Nothing is reported of a year before it: the programme began in 2022 (guidance of March 2022). */
	firstYear: number;
}

export class ConfigError extends Error {}

/** @throws ConfigError naming the variable and what it should look like. */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
	const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
	const parsed = v.safeParse(Environment, given);
	if (!parsed.success) {
		const issue = parsed.issues[0];
		throw new ConfigError(`${v.getDotPath(issue)} should be ${issue.message}`);
	}
	const value = parsed.output;
	return {
		databaseUrl: value.DATABASE_URL,
		dataDirectory: resolve(value.DATA_DIR),
		homeUnit: value.HOME_UNIT,
		host: value.HOST,
		port: value.PORT,
		origin: value.ORIGIN,
		mail:
			value.SMTP_URL !== undefined && value.MAIL_FROM !== undefined
				? { smtpUrl: value.SMTP_URL, from: value.MAIL_FROM }
				: undefined,
		demo: value.DEMO === '1',
		firstYear: value.FIRST_YEAR,
		requireSecondFactor: (value.REQUIRE_SECOND_FACTOR ?? (value.DEMO ? '0' : '1')) === '1',
	};
}
