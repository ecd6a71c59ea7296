import type { WorkMessages } from '..';

export const teams: WorkMessages['teams'] = {};
