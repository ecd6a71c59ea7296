import * as v from 'valibot';
import { BackupError } from './backup-error';

/**
 * The lines of a backup, in this order: the header; for each table its name, then its rows, each
 * after an `=`; the sequences; the end with the number of rows.
 */
const Header = v.object({
	format: v.literal('nhip-so-backup'),
	version: v.literal(1),
	/** Of `appliedSchema`. */
	schema: v.string(),
});

export function header(schema: string): v.InferOutput<typeof Header> {
	return { format: 'nhip-so-backup', version: 1, schema };
}

const Line = v.union([
	v.object({ table: v.string() }),
	v.object({ sequence: v.string(), value: v.string(), called: v.boolean() }),
	v.object({ end: v.number() }),
]);
export type Line = v.InferOutput<typeof Line> | { row: string };

/** @throws BackupError unless it is a header of the present version. */
export function parseHeader(line: string, path: string): v.InferOutput<typeof Header> {
	const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), Header), line);
	if (!parsed.success) throw new BackupError(`${path} is no backup that this version can read.`);
	return parsed.output;
}

export function parseLine(line: string): Line {
	if (line.startsWith('=')) return { row: line.slice(1) };
	return v.parse(v.pipe(v.string(), v.parseJson(), Line), line);
}
