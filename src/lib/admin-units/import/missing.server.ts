import { wordOf } from '../kinds';
import type { UnitWithoutSuccessor } from '../lineage/without-successor.server';
import type { ProblemSink } from './problem-sink';

const number = new Intl.NumberFormat('en');
/** More names than this in one note are nobody's reading; the page of units lists them all. */
const mostNamed = 20;

const householdsOf = ({ households }: UnitWithoutSuccessor) =>
	households === null ? 'households unknown' : `${number.format(households)} households`;

function describeTotal(units: readonly UnitWithoutSuccessor[]): string {
	const total = units.reduce((sum, { households }) => sum + (households ?? 0), 0);
	const unknown = units.filter(({ households }) => households === null).length;
	const unsaid = unknown > 0 ? ` (unknown of ${number.format(unknown)})` : '';
	return `${number.format(units.length)} units with ${number.format(total)} households${unsaid}`;
}

/** One sentence for each day on which units are left without a successor. */
export function describeMissing(units: readonly UnitWithoutSuccessor[]): string[] {
	const days = [...new Set(units.map(({ since }) => since))].sort();
	return days.map((day) => {
		const own = units.filter(({ since }) => since === day);
		const named = own
			.slice(0, mostNamed)
			.map((unit) => `${unit.code} ${wordOf(unit.kind)} ${unit.name}, ${householdsOf(unit)}`);
		const rest = own.length - named.length;
		return `Nothing says yet what became on ${day} of ${describeTotal(own)}: ${named.join('; ')}${
			rest > 0 ? `; and ${number.format(rest)} more` : ''
		}. Say it with "lineage import FILE --on ${day}".`;
	});
}

/** Adds a problem for each of them, and one for what they come to. */
export function refuseMissing(
	units: readonly UnitWithoutSuccessor[],
	day: string,
	problems: ProblemSink,
): void {
	if (units.length === 0) return;
	for (const unit of units)
		problems.add(
			`unit ${unit.code}`,
			'noSuccessor',
			`${wordOf(unit.kind)} ${unit.name}, ${wordOf(unit.province.kind)} ${unit.province.name} (${householdsOf(unit)}) ${
				unit.state === 'ended' ? `ended on ${day}` : 'would stand beside what replaced it'
			}, and no line says what became of it`,
		);
	problems.add(
		'file',
		'incomplete',
		`leaves out ${describeTotal(units)}: add a line for each, with the extent none and a source where one became nothing; or store what there is with --incomplete`,
	);
}
