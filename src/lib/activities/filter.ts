import {
	activityAudiences,
	activityForms,
	activityKinds,
	partnerKinds,
	type ActivityAudience,
	type ActivityForm,
	type ActivityKind,
	type PartnerKind,
} from '../contracts/activities';

export interface ChosenFilter {
	kind: ActivityKind | null;
	form: ActivityForm | null;
	audience: ActivityAudience | null;
	partner: PartnerKind | null;
}

/** What of the log an address asks for: `loai`, `hinh-thuc`, `doi-tuong`, `phoi-hop`. */
export function filterFrom(parameters: URLSearchParams): ChosenFilter {
	const asked = <Value extends string>(name: string, known: readonly Value[]) =>
		known.find((value) => value === parameters.get(name)) ?? null;
	return {
		kind: asked('loai', activityKinds),
		form: asked('hinh-thuc', activityForms),
		audience: asked('doi-tuong', activityAudiences),
		partner: asked('phoi-hop', partnerKinds),
	};
}
