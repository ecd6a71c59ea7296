import { classStates, isOtherState, type PolicyState } from '../../contracts/map/states';
import { classBounds } from '../../contracts/map/policy-classes';
import type { Language } from '../../messages/context';

/** What a state is called in the legend and wherever it stands for a number: `Từ 20 đến dưới 40%`. */
export function stateName(
	state: PolicyState,
	{ t, format }: Pick<Language, 't' | 'format'>,
): string {
	if (isOtherState(state)) return t.map.states[state];
	const index = classStates.indexOf(state);
	const [from = 0, to] = classBounds.slice(index, index + 2);
	const { first, between, top } = t.map.classes;
	if (to === undefined) return top(format.wholeShare(from));
	return index === 0
		? first(format.wholeShare(to))
		: between(format.number(from * 100), format.wholeShare(to));
}
