import type { WorkMessages } from '..';

export const entry: WorkMessages['entry'] = {};
