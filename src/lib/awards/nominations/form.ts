import { wholeNumber } from '../../contracts/text/address';
import { dossierParts } from '../../contracts/awards/nominations';
import { candidateKinds } from '../../contracts/awards/candidates';

export type Entered = Record<string, string>;

/** How somebody of a unit is chosen in a form: `12-3-7`, a unit, maybe its team, maybe a member of it. */
export const candidateValue = ({
	unitId,
	teamId,
	memberId,
}: {
	unitId: number;
	teamId: number | null;
	memberId: number | null;
}) => [unitId, teamId ?? '', memberId ?? ''].join('-');

const candidateFrom = (chosen: string | undefined) => {
	const [unit, team, member] = (chosen ?? '').split('-');
	return {
		unitId: wholeNumber(unit),
		teamId: wholeNumber(team),
		memberId: wholeNumber(member),
	};
};

export const nominationFromForm = (entered: Entered): unknown => ({
	...{ categoryId: wholeNumber(entered['categoryId']), merits: entered['merits'] ?? '' },
	...candidateFrom(entered['candidate']),
});

export const evidenceFromForm = (entered: Entered): unknown => ({
	...{ part: entered['part'], title: entered['title'] ?? '', period: entered['period'] ?? '' },
	practiceId: wholeNumber(entered['practiceId']),
	activityId: wholeNumber(entered['activityId']),
});

export const decisionFromForm = (entered: Entered, awarded: readonly string[]): unknown => ({
	...{ decisionNumber: entered['decisionNumber'] ?? '', decidedOn: entered['decidedOn'] ?? '' },
	awarded: awarded.map((id) => wholeNumber(id)),
});

export const recordFromForm = (entered: Entered): unknown => ({
	...{ kind: entered['kind'], happenedOn: entered['happenedOn'] ?? '' },
	...{ title: entered['title'] ?? '', source: entered['source'] ?? '' },
	achievement: entered['achievement'] ?? '',
	...candidateFrom(entered['candidate']),
});

/** Fields `kinds.PART`, several times, and `basis.PART`; a part that nobody has to hand in is left out. */
export const ruleFromForm = (entered: Entered, valuesOf: (name: string) => string[]): unknown => ({
	parts: dossierParts.flatMap((part) => {
		const given = valuesOf(`kinds.${part}`);
		const kinds = candidateKinds.filter((kind) => given.includes(kind));
		return kinds.length === 0 ? [] : [{ part, kinds, legalBasis: entered[`basis.${part}`] ?? '' }];
	}),
	eraseAfterMonths: wholeNumber(entered['eraseAfterMonths']),
	eraseBasis: entered['eraseBasis'] ?? '',
});
