import * as v from 'valibot';
import { teamKinds, teamLevels, type TeamKind, type TeamLevel } from '../../contracts/teams/teams';
import { commonPatterns, isPattern } from '../zalo';

const Label = v.pipe(v.string(), v.trim(), v.maxLength(80));
const Pattern = v.pipe(
	v.string(),
	v.trim(),
	v.maxLength(120),
	v.check((text) => text === '' || isPattern(text), 'holds a place that is not known'),
);

/** What a form sends; empty means "as everywhere". */
export const NamingInput = v.strictObject({
	unitId: v.pipe(v.number(), v.integer()),
	labels: v.strictObject(v.entriesFromList(teamKinds, v.optional(Label, ''))),
	zaloPatterns: v.strictObject(v.entriesFromList(teamLevels, Pattern)),
});
export type NamingInput = v.InferOutput<typeof NamingInput>;

/** A province's own names; what is left out is as everywhere. */
export interface Naming {
	labels: Partial<Record<TeamKind, string>>;
	zaloPatterns: Partial<Record<TeamLevel, string>>;
}

export const patternOf = ({ zaloPatterns }: Naming, level: TeamLevel): string =>
	zaloPatterns[level] ?? commonPatterns[level];

/** The form's fields `labels.KIND` and `zaloPatterns.LEVEL` as `NamingInput` has them. */
export function namingFromForm(entered: Record<string, string>) {
	const pick = (part: string, keys: readonly string[]) =>
		Object.fromEntries(keys.map((key) => [key, entered[`${part}.${key}`] ?? '']));
	return { labels: pick('labels', teamKinds), zaloPatterns: pick('zaloPatterns', teamLevels) };
}
