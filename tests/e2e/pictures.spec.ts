import type { Page } from '@playwright/test';
import { sceneNames, sceneWords, type SceneName } from '../../src/lib/contracts/wall';
import { classings } from '../../src/lib/contracts/map/colouring';
import { readAgainst } from '../../src/lib/coverage/explorer/compare/against';
import { isComparable } from '../../src/lib/coverage/explorer/compare/modes';
import { queryOf, readSelection, shapes } from '../../src/lib/coverage/explorer/selection';
import { demoPassword } from '../../src/lib/demo/accounts';
import { vi } from '../../src/lib/messages/vi';
import { expect } from './fixtures';
import { touchPage } from './map-page';
import { cutOff } from './pictures/cut-off';
import { pairwise, type Combination } from './pictures/pairs';
import { expectPicture, expectReadmeWall, pictureOf } from './pictures/picture';
import { test } from './pictures/world';
import { registeredCommunes, reportingAt } from './reporting';

test.setTimeout(600_000);

/** Sizes of walls, and how many dots to a side become one in the picture that is kept. */
const sizes = [
	{ width: 1920, height: 1080, smaller: 2 },
	{ width: 3840, height: 2160, smaller: 4 },
	{ width: 5760, height: 1620, smaller: 6 },
	{ width: 1280, height: 720, smaller: 2 },
];
const words = sceneNames.map((scene) => sceneWords[scene]);
/** Each scene once, and each size, as on a projector. */
const isLight = (scene: number, size: number) => scene % sizes.length === size;

for (const light of [false, true])
	test(`every scene of the wall at each size, ${light ? 'light' : 'dark'}`, async ({ open }) => {
		const page = await open('leader', {});
		const backdrop = light ? '&nen=sang' : '';
		await page.goto(`/man-hinh-lon?canh=${words.join()}&giay=3600${backdrop}`);
		await expect(page.getByRole('banner')).toContainText('22:40');
		await expect(page.locator('.map-canvas.ready')).toBeVisible();
		for (const [index, { smaller, ...size }] of sizes.entries()) {
			await page.setViewportSize(size);
			for (const [position, scene] of sceneNames.entries()) {
				if (isLight(position, index) !== light) continue;
				await page.keyboard.press(String(position + 1));
				await expect(page.locator(`.scene-${scene}.shown`)).toBeVisible();
				const name = `wall-${sceneWords[scene]}-${size.width}x${size.height}`;
				await expectPicture(page, light ? `${name}-light` : name, smaller);
				expect.soft(await cutOff(page), name).toEqual([]);
			}
		}
	});

const choices = {
	width: ['360', '1440'],
	scheme: ['light', 'dark'],
	measure: ['allFive', 'skill2'],
	basis: ['approved', 'provisional'],
	colouring: ['level', 'growth1', 'growth12', 'distance', 'punctuality', 'checked'],
	classing: classings,
	shape: shapes,
	against: ['nothing', '2026-02', 'skill4'],
} as const;
const queryOfMode = ({ against, ...mode }: Combination<typeof choices>) =>
	queryOf({ ...mode, month: null, district: null, against: readAgainst(against) });

/** What the map has: an address that asks for it is read as just that, and written again alike. */
const modes = pairwise(choices, (mode) => {
	const selection = readSelection(new URLSearchParams(queryOfMode(mode)), true);
	const isKept = mode.colouring === selection.colouring && mode.classing === selection.classing;
	return isKept && (mode.against === 'nothing' || isComparable(selection));
});

for (const width of choices.width)
	test(`the map in every mode, any two of them together, at ${width} pixels`, async ({ open }) => {
		const isPhone = width === '360';
		const device = isPhone ? { hasTouch: true, isMobile: true, deviceScaleFactor: 2 } : {};
		const viewport = { width: Number(width), height: 1000 };
		const pages = {
			approved: await open('visitor', { viewport, ...device }),
			provisional: await open('leader', { viewport, ...device }),
		};
		for (const mode of modes.filter((each) => each.width === width)) {
			const page = pages[mode.basis];
			await page.emulateMedia({ colorScheme: mode.scheme });
			await page.goto(`${mode.basis === 'approved' ? '/' : '/ban-do'}${queryOfMode(mode)}`);
			if (isPhone) await touchPage(page);
			else await expect(page.getByText(vi.common.live.live)).toBeVisible();
			if (mode.against !== 'nothing') await expect(page.locator('.sides .name')).toHaveCount(2);
			else if (mode.shape === 'areas' && !isPhone)
				await expect(page.locator('.map-canvas.ready')).toBeVisible();
			await page.evaluate(() => document.fonts.ready);
			const name = `map-${Object.values(mode).join('-')}`;
			await expectPicture(page.locator('.explorer > .map'), name, 2);
		}
	});

/** The months of a map are there, and the slider has the keyboard. */
async function beginPlaying(page: Page): Promise<void> {
	// By the keyboard: a pointer would rest on whatever of the legend comes to lie below it.
	await page.getByRole('button', { name: vi.map.timeline.start }).press('Enter');
	await page.getByRole('slider', { name: vi.map.timeline.month }).focus();
}

test('months that are played, of coverage before a merger and of what grew in three months', async ({
	open,
}) => {
	const wide = await open('visitor', { viewport: { width: 1440, height: 1000 } });
	await wide.goto('/?to-mau=tang-3-thang');
	await expect(wide.locator('.map-canvas.ready')).toBeVisible();
	await expectPicture(wide.locator('.explorer > .map'), 'map-1440-growth3', 2);
	await beginPlaying(wide);
	for (let month = 0; month < 3; month += 1) await wide.keyboard.press('ArrowLeft');
	await expect(wide.locator('.timeline')).toContainText('5/2026');
	await expectPicture(wide.locator('.explorer > .map'), 'map-1440-growth3-played', 2);

	const viewport = { width: 360, height: 1000 };
	const device = { hasTouch: true, isMobile: true, deviceScaleFactor: 2 };
	const phone = await open('visitor', { viewport, ...device, colorScheme: 'dark' });
	await phone.goto('/');
	await touchPage(phone);
	await beginPlaying(phone);
	await phone.keyboard.press('Home');
	await expect(phone.locator('.timeline')).toContainText('8/2025');
	await expectPicture(phone.locator('.explorer > .map'), 'map-360-dark-played', 2);
});

test('a country, of provinces with their borders and an archipelago in its frame', async ({
	openCountry,
}) => {
	const page = await openCountry('visitor', { viewport: { width: 1440, height: 1000 } });
	await page.goto('/');
	await expect(page.locator('.map-canvas.ready')).toBeVisible();
	await expectPicture(page.locator('.explorer > .map'), 'country-1440', 2);
	const wall = await openCountry('leader', { viewport: { width: 1920, height: 1080 } });
	await wall.goto('/man-hinh-lon?canh=tinh&giay=3600');
	await expect(wall.getByRole('banner')).toContainText('08:20');
	await expect(wall.locator('.map-canvas.ready')).toBeVisible();
	await expectPicture(wall, 'country-wall-1920x1080', 2);
});

test("the README's pictures: the home page as it opens, and four scenes of the wall", async ({
	open,
}) => {
	const viewport = { width: 1440, height: 900 };
	const page = await open('visitor', { viewport, deviceScaleFactor: 2 });
	await page.goto('/');
	await expect(page.getByText(vi.common.live.live)).toBeVisible();
	await expect(page.locator('.map-canvas.ready')).toBeVisible();
	await expectPicture(page, 'readme-map', 2);
	await expectReadmeWall([
		...['wall-tinh-1920x1080', 'wall-han-nop-3840x2160'],
		...['wall-tien-bo-1920x1080', 'wall-ky-nang-1920x1080'],
	]);
});

// The last one: it adds to what the others show.
test('the wall looks back at just what it showed, whatever has come since', async ({
	open,
	browser,
	province,
}) => {
	const page = await open('leader', { viewport: { width: 1920, height: 1080 } });
	const look = async (query: string, scenes: readonly SceneName[]) => {
		const seen = new Map<string, Buffer>();
		await page.goto(`/man-hinh-lon?canh=${words.join()}&giay=3600${query}`);
		await expect(page.getByRole('banner')).toContainText('22:40');
		await expect(page.locator('.map-canvas.ready')).toBeVisible();
		// All but what says which of both it is.
		await page.locator('.wall .badge').evaluate((badge) => {
			if (badge instanceof HTMLElement) badge.style.visibility = 'hidden';
		});
		for (const [position, scene] of sceneNames.entries()) {
			if (!scenes.includes(scene)) continue;
			await page.keyboard.press(String(position + 1));
			await expect(page.locator(`.scene-${scene}.shown`)).toBeVisible();
			seen.set(scene, await pictureOf(page, 1));
		}
		return seen;
	};
	await province.moveTo('2026-09-26T22:41:00+07:00');
	const shown = await look('', sceneNames);
	const { snapshot, submit, approve } = await reportingAt(
		province.address,
		() => browser.newContext(),
		{
			reporter: { name: 'baocao.cum1', password: demoPassword },
			approver: { name: 'duyet', password: demoPassword },
			month: undefined,
		},
	);
	for (const { code, register } of registeredCommunes(await snapshot())) {
		// Whose reporter has some of them alone is turned away at the others.
		const revision = await submit(code, register).catch(() => null);
		if (revision !== null) await approve(code, revision);
	}
	await province.moveTo('2026-09-26T23:20:00+07:00');
	const back = await look('&luc=2026-09-26T22:40', sceneNames);
	for (const scene of sceneNames)
		expect(back.get(scene)?.equals(shown.get(scene) ?? Buffer.of()), scene).toBe(true);
	const since = await look('', ['province', 'teams']);
	for (const [scene, picture] of since)
		expect(picture.equals(shown.get(scene) ?? Buffer.of()), scene).toBe(false);
});
