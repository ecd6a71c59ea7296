import type { WorkMessages } from '..';

export const papers: WorkMessages['papers'] = {};
