import {
	activityAudiences,
	type ActivityContent,
	type ActivityPartner,
} from '../contracts/activities';
import { toHolder } from '../contracts/teams/holders';
import { typedNumber } from '../contracts/text/typed-text';
import { countFields } from './counts';
import { mostPartners } from './schemas';

/** What the visitor typed, by field name, to fill the form again. */
export type Entered = Record<string, string>;

/** Rows of the form in which something was said; a name without a kind is somebody else's. */
const partnersOf = (entered: Entered) =>
	Array.from({ length: mostPartners }, (_, row) => ({
		kind: entered[`partners.${row}.kind`] ?? '',
		name: entered[`partners.${row}.name`]?.trim() ?? '',
	})).flatMap(({ kind, name }) =>
		kind === '' && name === '' ? [] : { kind: kind === '' ? 'other' : kind, name },
	);

const enteredPartners = (partners: readonly ActivityPartner[]): Entered =>
	Object.fromEntries(
		partners.flatMap(({ kind, name }, row) => [
			[`partners.${row}.kind`, kind],
			[`partners.${row}.name`, name],
		]),
	);

/** The form's fields as an activity that `recordActivity` and `correctActivity` parse. */
export function activityFromForm(entered: Entered): unknown {
	const counts = countFields.map((field): [string, unknown] => [
		field,
		typedNumber(entered[field] ?? ''),
	]);
	return {
		// A browser leaves a choice out that nobody made.
		kind: '',
		topic: '',
		...entered,
		...toHolder(entered['holder'] ?? ''),
		...Object.fromEntries(counts),
		audiences: activityAudiences.filter((audience) => entered[`audiences.${audience}`] === 'yes'),
		partners: partnersOf(entered),
		byYouth: entered['byYouth'] === 'yes',
	};
}

/** A stored activity as the form shows it. */
export function enteredOf(activity: Omit<ActivityContent, 'photoId'>): Entered {
	const { kind, topic, form, audiences, partners, heldOn, place, note, byYouth } = activity;
	const counts = countFields.map((field): [string, string] => [
		field,
		activity[field]?.toString() ?? '',
	]);
	return {
		...{ kind, topic, form, heldOn, place, note },
		...Object.fromEntries(audiences.map((audience) => [`audiences.${audience}`, 'yes'])),
		...enteredPartners(partners),
		byYouth: byYouth ? 'yes' : '',
		...Object.fromEntries(counts),
	};
}
