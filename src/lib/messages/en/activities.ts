import type { WorkMessages } from '..';

export const activities: WorkMessages['activities'] = {};
