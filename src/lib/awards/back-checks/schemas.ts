import * as v from 'valibot';
import {
	checkChannels,
	checkFindings,
	checkSubjects,
	type DiceSides,
} from '../../contracts/awards/checks';
import { isDay } from '../../contracts/local-time';

/** More than a committee can have visited. */
export const mostDrawn = 20_000;
const longestNote = 500;

/** What a round is to draw; messages are names of rules. */
export const FrameInput = v.object({
	subject: v.picklist(checkSubjects, 'choose'),
	/** Whose share is wanted: communes, or their villages. */
	level: v.picklist(['commune', 'village'], 'choose'),
	/** Codes of communes; none: all of the season's. */
	communes: v.array(v.string()),
	perUnit: v.pipe(
		v.number('perUnit'),
		v.integer('perUnit'),
		v.minValue(1, 'perUnit'),
		v.maxValue(200, 'perUnit'),
	),
	diceSides: v.pipe(
		v.picklist([6, 10], 'choose'),
		v.transform((sides): DiceSides => sides),
	),
});
export type FrameInput = v.InferOutput<typeof FrameInput>;

export const FindingInput = v.object({
	finding: v.picklist(checkFindings, 'choose'),
	channel: v.picklist(checkChannels, 'choose'),
	visitedOn: v.pipe(v.string('day'), v.check(isDay, 'day')),
	note: v.pipe(v.string('text'), v.trim(), v.maxLength(longestNote, 'tooLong')),
});

export const Reason = v.object({
	reason: v.pipe(
		v.string('text'),
		v.trim(),
		v.minLength(5, 'text'),
		v.maxLength(longestNote, 'tooLong'),
	),
});

/** The form's fields as `FrameInput`. @param communes the boxes that are ticked. */
export const frameFromForm = (
	entered: Record<string, string>,
	communes: readonly string[],
): unknown => ({
	subject: entered['subject'],
	level: entered['level'],
	communes: [...new Set(communes)],
	perUnit: Number(entered['perUnit'] || NaN),
	diceSides: Number(entered['diceSides']),
});
