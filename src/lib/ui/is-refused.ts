import { page } from '$app/state';

/** Whether the page answers a form that wasn't taken. */
export const isRefused = (): boolean => Boolean(page.form) && page.status >= 400;
