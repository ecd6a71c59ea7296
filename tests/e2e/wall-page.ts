import type { Page } from '@playwright/test';
import { expect } from './fixtures';

/** What a wall says of its connection. */
export const badge = (page: Page) => page.locator('header').getByRole('status');

export const isLive = (page: Page) =>
	expect(badge(page)).toHaveText('Trực tiếp', { timeout: 15_000 });
