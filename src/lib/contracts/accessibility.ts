/** When all pages were last looked at by hand, beside the checks that run with every change. */
export const lookedAtOn = '2026-11-28';
