import type { WorkMessages } from '../../messages';

type Faults = WorkMessages['administration']['faults'];

/** A rule that a field breaks, in words; undefined for a field that is all right. */
export function faultText(text: Faults, rule: string | undefined): string | undefined {
	if (rule === undefined) return undefined;
	return Object.entries(text).find(([ofText]) => ofText === rule)?.[1] ?? text.other;
}
