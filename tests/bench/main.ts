import { ancestors } from './ancestors';
import { broadcast } from './broadcast';
import { deadlineNight } from './deadline-night';
import { intake } from './intake';
import { isMet, type Benchmark } from './measure';
import { recolour } from './recolour';
import { teamsImport } from './teams-import';

/** `npm run bench [name …]`: each line holds a ratio measured in this run, and its bar. */
const benchmarks: Record<string, Benchmark> = {
	broadcast,
	intake,
	ancestors,
	recolour,
	'deadline-night': deadlineNight,
	'teams-import': teamsImport,
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !Object.hasOwn(benchmarks, name));
if (unknown.length > 0) {
	console.error(`There is no benchmark "${unknown[0]}": ${Object.keys(benchmarks).join(', ')}.`);
	process.exit(1);
}

let missed = 0;
for (const [name, benchmark] of Object.entries(benchmarks)) {
	if (asked.length > 0 && !asked.includes(name)) continue;
	for (const finding of await benchmark()) {
		const met = isMet(finding);
		if (!met) missed += 1;
		const sign = finding.good === 'atMost' ? '≤' : '≥';
		console.log(
			`${finding.name}: ${finding.measured}, ratio ${finding.ratio.toFixed(2)} (bar ${sign} ${finding.bar.toFixed(2)}) ${met ? 'ok' : 'MISSED'}`,
		);
	}
}
process.exit(missed === 0 ? 0 : 1);
