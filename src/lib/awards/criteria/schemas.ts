import * as v from 'valibot';
import { CriterionSetting, growthCriterion } from '../../contracts/awards/criteria';
import { countsOn } from '../../contracts/awards/composite-index';

/** The criteria of a version as they are tried; messages are names of rules. */
export const TriedCriteria = v.pipe(
	v.array(
		v.pipe(
			CriterionSetting,
			v.check(({ worst, best }) => worst !== best, 'equalGoalposts'),
			v.transform((setting) =>
				setting.criterion === growthCriterion ? { ...setting, weight: 1 } : setting,
			),
		),
	),
	v.check(
		(settings) => settings.filter(({ criterion }) => countsOn('level', criterion)).length >= 2,
		'twoCriteria',
	),
	v.check(
		(settings) => new Set(settings.map(({ criterion }) => criterion)).size === settings.length,
		'twice',
	),
);
