/** What the address bar shows for a segment of a route, and the words of what lies below it. */
type Place = string | readonly [shown: string, below: Places];
export interface Places {
	/** By the route's own segment; `*` is every other: codes and numbers, which stay. */
	readonly [segment: string]: Place;
}

const card = { 'card.png': 'anh-chia-se.png' };
const mapPictures = { 'map.svg': 'ban-do.svg', 'map.png': 'ban-do.png' };
const create = { new: 'them' };
const each = (below: Places): Places => ({ '*': ['*', below] });

const open: Places = {
	...{ ...card, ...mapPictures },
	map: 'ban-do',
	province: ['tinh', each({ ...card, ...mapPictures })],
	commune: ['xa', each({ ...card, loudspeaker: 'loa' })],
	search: 'tim-xa',
	compare: ['so-sanh', card],
	method: [
		'phuong-phap',
		{
			coverage: 'do-phu',
			enough: 'du-so-lieu',
			legend: 'mau-va-ky-hieu',
			deadlines: 'han-nop',
			approval: 'phe-duyet',
			privacy: 'so-nho',
			mergers: 'sap-nhap',
			awards: 'thi-dua',
			catalogue: 'danh-muc-chi-so',
		},
	],
	structure: 'dia-gioi-hien-nay',
	indicators: ['chi-so', each(card)],
	data: 'du-lieu',
	corrections: 'thay-doi',
	ledger: 'kien-nghi-cong-khai',
	'correction-request': 'de-nghi-dinh-chinh',
	accessibility: 'tiep-can',
	privacy: 'rieng-tu',
	'site-map': 'ban-do-trang',
	badge: 'the-thanh-vien',
	practices: ['cach-lam-hay', each({ photos: 'anh' })],
	'award-season': ['thi-dua-cong-khai', each({ freeze: 'khoa-so-lieu', check: 'kiem-chung' })],
	embed: ['nhung', { commune: 'xa', map: 'ban-do' }],
	'sign-in': [
		'dang-nhap',
		{ code: 'ma', 'second-factor': 'xac-thuc-hai-lop', 'new-password': 'mat-khau-moi' },
	],
	'sign-out': 'dang-xuat',
	forbidden: 'tu-choi',
};

const wall: Places = {
	wall: ['man-hinh-lon', { pairing: ['ghep-noi', { state: 'trang-thai' }], device: 'thiet-bi' }],
	remote: 'dieu-khien',
};

const reports: Places = {
	reports: [
		'bao-cao',
		{
			due: 'phai-nop',
			status: 'tinh-hinh-nop',
			files: ['bieu-excel', { download: 'tai-ve' }],
			official: ['du-thao', { draft: 'tai-ve' }],
			...each(
				each({
					history: 'lich-su',
					receipt: 'bien-nhan',
					'roll-up': 'tong-hop',
					tally: 'phieu-ra-soat',
				}),
			),
		},
	],
	entry: ['nhap-lieu', { shell: 'ngoai-tuyen' }],
	inquiries: [
		'bao-cao-dot-xuat',
		{
			...create,
			...each({
				edit: 'sua',
				questions: 'cau-hoi',
				export: 'xuat-tep',
				answers: ['tra-loi', each({ files: 'tep' })],
			}),
		},
	],
};

const work: Places = {
	brief: 'tom-tat',
	ranking: 'xep-hang',
	areas: 'dia-ban',
	delegations: 'uy-quyen',
	account: 'tai-khoan',
	targets: 'chi-tieu',
	activities: ['hoat-dong', { ...create, export: 'xuat-tep', ...each({ photo: 'anh' }) }],
	tickets: ['kien-nghi', create],
	'practices-review': ['gui-cach-lam-hay', { ...create, ...each({ photos: 'anh' }) }],
	library: ['tai-lieu', { ...create, ...each({ file: 'tep' }) }],
	plans: ['ke-hoach', { ...create, ...each({ tasks: ['viec', create] }) }],
	directives: ['van-ban', { ...create, ...each({ file: 'tep' }) }],
	meetings: ['cuoc-hop', { ...create, ...each({ print: 'in' }) }],
	inspections: ['kiem-tra', create],
	teams: [
		'to-cong-nghe-so',
		{
			...create,
			export: 'xuat-tep',
			import: 'nhap-tep',
			zalo: ['zalo', { export: 'xuat-tep' }],
			reestablishment: 'kien-toan',
			mergers: 'sap-nhap',
			...each({
				edit: 'sua',
				members: ['thanh-vien', create],
				merge: 'sap-nhap',
				badges: 'the',
				papers: 'van-ban',
			}),
		},
	],
	administration: [
		'quan-tri',
		{
			catalogue: 'danh-muc-chi-so',
			contacts: 'lien-he',
			deadlines: 'han-nop',
			leaders: 'to-truong',
			log: 'nhat-ky',
			'personal-data': 'du-lieu-ca-nhan',
			rules: 'quy-dinh-to',
			screens: 'man-hinh',
			'take-downs': 'go-so-lieu',
			units: 'don-vi',
			users: ['tai-khoan', create],
		},
	],
};

const season: Places = {
	settings: 'quy-dinh',
	criteria: 'tieu-chi',
	calendar: ['lich', { file: 'tep' }],
	freeze: 'khoa-so-lieu',
	shortlist: 'danh-sach',
	nominations: [
		'de-cu',
		{
			...create,
			records: 'khen-thuong-ky-luat',
			rules: 'ho-so',
			...each({ files: 'tep' }),
		},
	],
	council: ['hoi-dong', { compare: 'so-sanh' }],
	session: 'phien-hop',
	flags: 'dau-hieu',
	'back-checks': ['kiem-tra-ngau-nhien', each({ frame: 'danh-sach', sheet: 'phieu' })],
	papers: [
		'van-ban',
		{
			submission: 'to-trinh',
			list: 'danh-sach',
			listWorkbook: 'danh-sach-excel',
			minutes: 'bien-ban',
			decision: 'quyet-dinh',
			report: 'bao-cao-thanh-tich',
			dossier: 'ho-so',
		},
	],
	attestation: 'xac-nhan',
};

/** Every word of the address bar; English has the same, behind `/en`. */
export const places: Places = {
	...{ ...open, ...wall, ...reports, ...work },
	awards: ['thi-dua', { ...create, ...each(season) }],
};
