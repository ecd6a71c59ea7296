import type { Messages } from '..';

export const accounts: Messages['accounts'] = {};
