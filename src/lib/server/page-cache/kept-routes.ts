const month = ['thang'];
/** Of a map: as `parameters` of the explorer names them. */
const ofMap = [
	...month,
	...['ky-nang', 'so-lieu', 'to-mau', 'lop', 'hinh', 'so-voi', 'huyen-cu', 'loc', 'vach'],
];
/** Of a frame that is pinned to a version. */
const pinned = ['so'];
const comparison = ['xa', 'tim', ...month];

/**
 * Pages that are the same for everybody who isn't signed in, each with the parameters that it reads; a
 * cookie or a form decides on the others. Whatever else stands in an address, such as where a link was
 * clicked, makes no other page.
 */
export const keptRoutes: Readonly<Record<string, readonly string[]>> = {
	'/(public)': ofMap,
	'/(public)/province/[unit]': ofMap,
	'/(public)/card.png': ofMap,
	'/(public)/map.svg': ofMap,
	'/(public)/map.png': ofMap,
	'/(public)/province/[unit]/card.png': ofMap,
	'/(public)/province/[unit]/map.svg': ofMap,
	'/(public)/province/[unit]/map.png': ofMap,
	'/(public)/commune/[unit]/card.png': month,
	'/(public)/compare/card.png': comparison,
	'/(public)/(open)/indicators/[code]/card.png': month,
	'/(public)/commune/[unit]': [...month, 'ngay'],
	'/(public)/commune/[unit].txt': month,
	'/(public)/commune/[unit]/loudspeaker': month,
	'/(public)/commune/[unit]/atom.xml': [],
	'/(public)/commune/[unit]/[day]': month,
	'/(embed)/embed/commune/[unit]': [...month, ...pinned],
	'/(embed)/embed/map': [...ofMap, ...pinned],
	'/(public)/search': ['q'],
	'/(public)/method': [],
	'/(public)/method/[chapter]': [],
	'/(public)/compare': comparison,
	'/(public)/(open)/accessibility': [],
	'/(public)/(open)/privacy': [],
	'/(public)/(open)/site-map': [],
	'/(public)/structure': month,
	'/(public)/(open)/indicators': [],
	'/(public)/(open)/indicators/[code]': month,
	'/(public)/(open)/data': [],
	'/(public)/(open)/data/[period]': [],
	'/(public)/(open)/corrections': ['trang'],
	'/(public)/(open)/corrections/atom.xml': [],
	'/(public)/(open)/ledger': ['trang'],
	'/(public)/(open)/correction-request': ['so', 'xa', ...month],
	'/(public)/(open)/correction-request/[ticket]': ['da-gui', 'da-mo-lai'],
	'/(public)/practices': ['ky-nang', 'trang'],
	'/(public)/practices/[practice]': [],
	'/(public)/award-season/[season]': ['xa'],
	'/(public)/award-season/[season]/check': [],
	'/sitemap.xml': [],
};
