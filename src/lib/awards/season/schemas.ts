import * as v from 'valibot';
import { largestId } from '../../contracts/text/address';
import { candidateKinds } from '../../contracts/awards/candidates';
import { seasonSettingKeys, usualSettings } from '../../contracts/awards/seasons';
import { isDay } from '../../contracts/local-time';
import { ceremonyOf } from '../calendar/plan';

export const longest = { name: 200, basis: 500, reason: 500 } as const;
export const largestQuota = 10_000;

const text = (most: number, least: number) =>
	v.pipe(v.string('text'), v.trim(), v.minLength(least, 'text'), v.maxLength(most, 'tooLong'));
const whole = (least: number, most: number, rule: string) =>
	v.pipe(v.number(rule), v.integer(rule), v.minValue(least, rule), v.maxValue(most, rule));
const day = v.pipe(v.string('day'), v.check(isDay, 'day'));

const quota = whole(1, largestQuota, 'quota');

export const NewCategory = v.object({
	kind: v.picklist(candidateKinds, 'choose'),
	name: text(longest.name, 3),
	quota,
});
export type NewCategory = v.InferOutput<typeof NewCategory>;

/** A season as it is opened; messages are names of rules. */
export const NewSeason = v.pipe(
	v.object({
		unitId: whole(1, largestId, 'choose'),
		year: whole(2020, 2099, 'year'),
		name: text(longest.name, 5),
		countsFrom: day,
		countsUntil: day,
		basis: text(longest.basis, 5),
		categories: v.pipe(v.array(NewCategory), v.minLength(1, 'oneCategory')),
	}),
	v.forward(
		v.check(({ countsFrom, countsUntil }) => countsFrom < countsUntil, 'untilAfterFrom'),
		['countsUntil'],
	),
	v.forward(
		v.check(
			({ countsUntil, year }) => countsUntil < ceremonyOf(year, usualSettings),
			'beforeCeremony',
		),
		['countsUntil'],
	),
	v.forward(
		v.check(
			({ categories }) => new Set(categories.map(({ name }) => name)).size === categories.length,
			'sameName',
		),
		['categories'],
	),
);

const said = { basis: text(longest.basis, 5), reason: text(longest.reason, 5) };

/** A setting as it is changed; what it may be is said by its own schema. */
export const ChangedSetting = v.object({
	key: v.picklist(seasonSettingKeys, 'choose'),
	value: v.number('number'),
	...said,
});
export const ChangedQuota = v.object({ value: quota, ...said });
