import { ancestors } from './ancestors';
import { awards } from './awards';
import { broadcast } from './broadcast';
import { committee } from './committee';
import { country } from './country';
import { deadlineNight } from './deadline-night';
import { freeze } from './freeze';
import { intake } from './intake';
import { lighthouse } from './lighthouse';
import { isMet, type Benchmark } from './measure';
import { mergers } from './mergers';
import { phone } from './phone';
import { publicPages } from './public';
import { recolour } from './recolour';
import { returningTabs } from './returning-tabs';
import { teamsImport } from './teams-import';
import { wall } from './wall';

/**
 * `npm run bench [name …]`: each line holds a ratio measured in this run, and its bar. A name brings those
 * along that begin with it, as `awards` does.
 */
const benchmarks: Record<string, Benchmark> = {
	broadcast,
	intake,
	ancestors,
	country,
	'deadline-night': deadlineNight,
	'returning-tabs': returningTabs,
	'teams-import': teamsImport,
	mergers,
	public: publicPages,
	'public-phone': phone,
	'public-lighthouse': lighthouse,
	wall,
	'wall-recolour': recolour,
	awards,
	'awards-committee': committee,
	'awards-freeze': freeze,
};

const asked = process.argv.slice(2);
const names = Object.keys(benchmarks);
const brings = (one: string) => (name: string) => name === one || name.startsWith(`${one}-`);
const unknown = asked.filter((one) => !names.some(brings(one)));
if (unknown.length > 0) {
	console.error(`There is no benchmark "${unknown[0]}": ${names.join(', ')}.`);
	process.exit(1);
}

let missed = 0;
for (const [name, benchmark] of Object.entries(benchmarks)) {
	if (asked.length > 0 && !asked.some((one) => brings(one)(name))) continue;
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
