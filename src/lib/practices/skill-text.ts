import type { DigitalSkill } from '../contracts/teams/teams';
import type { Messages } from '../messages';

/** What a practice is about; without a skill it is about several. */
export const skillText = (skill: DigitalSkill | null, t: Messages): string =>
	skill === null ? t.practices.generalSkill : t.common.measures[`skill${skill}`];
