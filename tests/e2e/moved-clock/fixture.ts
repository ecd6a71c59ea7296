import { test } from '../fixtures';
import { startMovedServer, type MovedServer } from './server';

/** Tests with a server of their own, whose clock begins at an instant and is moved by them. */
export const testFrom = (instant: string) =>
	test.extend<{ world: MovedServer }>({
		world: [
			async ({}, use) => {
				const world = await startMovedServer(instant);
				await use(world);
				await world.stop();
			},
			{ timeout: 120_000 },
		],
	});
