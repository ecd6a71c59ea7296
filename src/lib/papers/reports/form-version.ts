/** Changes when a file of the one before could be misread. */
export const formVersion = '1';
export const hiddenKeys = { version: 'nhipSo.formVersion', period: 'nhipSo.period' } as const;
