import { expect, it } from 'vitest';
import { imagineDemo } from '../imagine';
import { buildGround } from '../province/communes';
import { imagineActivities } from './activities';

const ground = buildGround();

it.each(['2027-10-01T02:00:00Z', '2027-10-09T18:00:00Z'])(
	'tells at %s of sessions that the season counts, so that some can be drawn for a check',
	(instant) => {
		const { province, calendar } = imagineDemo(new Date(instant), ground);
		const held = imagineActivities(province, calendar).map(({ heldOn }) => heldOn);
		expect(held.filter((day) => day <= '2027-06-30').length).toBeGreaterThan(50);
	},
);
