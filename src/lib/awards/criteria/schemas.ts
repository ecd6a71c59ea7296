import * as v from 'valibot';
import { CriterionSetting } from '../../contracts/award-criteria';

/** The criteria of a version as they are tried; messages are names of rules. */
export const TriedCriteria = v.pipe(
	v.array(
		v.pipe(
			CriterionSetting,
			v.check(({ worst, best }) => worst !== best, 'equalGoalposts'),
		),
	),
	v.minLength(2, 'twoCriteria'),
	v.check(
		(settings) => new Set(settings.map(({ criterion }) => criterion)).size === settings.length,
		'twice',
	),
);
