import { digitalEconomy } from './groups/digital-economy';
import { digitalGovernment } from './groups/digital-government';
import { digitalSociety } from './groups/digital-society';
import { organisation } from './groups/organisation';
import { outreach } from './groups/outreach';
import { skillsCoverage } from './groups/skills-coverage';
import { support } from './groups/support';
import { training } from './groups/training';
import type { Indicator } from './indicator';

/** Every indicator of the product, in the order in which people read it. */
export const catalogue: readonly Indicator[] = [
	...organisation,
	...outreach,
	...training,
	...digitalGovernment,
	...digitalEconomy,
	...digitalSociety,
	...skillsCoverage,
	...support,
];
