/** Name of the browser and the system as a person knows them; null for what isn't recognised. */
export function readUserAgent(userAgent: string): { browser: string; system: string } | null {
	const browser = browsers.find(([pattern]) => pattern.test(userAgent))?.[1];
	const system = systems.find(([pattern]) => pattern.test(userAgent))?.[1];
	return browser && system ? { browser, system } : null;
}

/** Most browsers carry the names of older ones, so the special ones come first. */
const browsers: readonly (readonly [RegExp, string])[] = [
	[/Zalo/i, 'Zalo'],
	[/coc_coc_browser|CocCoc/i, 'Cốc Cốc'],
	[/Edg(e|A|iOS)?\//, 'Edge'],
	[/OPR\//, 'Opera'],
	[/SamsungBrowser\//, 'Samsung Internet'],
	[/Firefox\/|FxiOS\//, 'Firefox'],
	[/Chrome\/|CriOS\//, 'Chrome'],
	[/Safari\//, 'Safari'],
];

const systems: readonly (readonly [RegExp, string])[] = [
	[/Android/, 'Android'],
	[/iPhone|iPad/, 'iOS'],
	[/Windows/, 'Windows'],
	[/Mac OS X/, 'macOS'],
	[/Linux/, 'Linux'],
];
