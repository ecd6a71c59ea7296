import type { CompositionDemand, TeamKind, TeamLevel } from '../../contracts/teams/teams';

/** What a document that the program brings along demands, in our own words. */
export interface DocumentRule {
	/** Stable: how a stored rule is found again. */
	code: string;
	/** Who issued it: the unit with this code on `validFrom`, for whose teams alone it is. */
	issuer: { level: 'province' | 'district'; code: string };
	level: TeamLevel;
	kinds: TeamKind[];
	validFrom: string;
	demand: CompositionDemand;
	/** False: only proposed. */
	binding: boolean;
	document: string;
	clause: string;
	wordingVi: string;
	wordingEn: string;
}

const community: TeamKind[] = ['cnscd', 'merged'];

const thanhHoa = {
	issuer: { level: 'province', code: '38' },
	binding: true,
	level: 'village',
	kinds: community,
	validFrom: '2022-03-31',
	document: 'Hướng dẫn của Sở TT&TT tỉnh Thanh Hóa, tháng 3/2022',
	clause: 'mục 1',
} as const;

const tuKy = {
	issuer: { level: 'district', code: '298' },
	binding: true,
	kinds: community,
	validFrom: '2022-04-06',
	document: 'Kế hoạch năm 2022 của Tổ chỉ đạo huyện Tứ Kỳ, tỉnh Hải Dương',
	clause: 'mục II.2',
} as const;

const bacGiang = {
	issuer: { level: 'province', code: '24' },
	binding: true,
	kinds: community,
	validFrom: '2023-08-01',
	document: 'Chỉ thị năm 2023 của Chủ tịch UBND tỉnh Bắc Giang',
	clause: 'mục 1.1',
} as const;

const tuyPhuoc = {
	issuer: { level: 'district', code: '550' },
	binding: true,
	level: 'village',
	validFrom: '2024-11-01',
	document: 'Báo cáo sơ kết 2022–2024 của UBND huyện Tuy Phước, tỉnh Bình Định',
} as const;

/** The first content of the rules; a province may also take one of them over from a day of its own. */
export const documentRules: readonly DocumentRule[] = [
	{
		...thanhHoa,
		code: '002-size',
		demand: { type: 'size', least: 3, most: null },
		wordingVi: 'Tổ có ít nhất ba người.',
		wordingEn: 'The team has at least three people.',
	},
	{
		...thanhHoa,
		code: '002-village-head',
		demand: { type: 'seat', seat: ['villageHead'], holder: 'anyone' },
		wordingVi: 'Trong tổ có trưởng thôn, bản hoặc khu phố.',
		wordingEn: 'The village head is one of the team.',
	},
	{
		...thanhHoa,
		code: '002-youth-union',
		demand: { type: 'seat', seat: ['youthUnion'], holder: 'anyone' },
		wordingVi: 'Trong tổ có người của Đoàn Thanh niên.',
		wordingEn: 'The Youth Union is represented in the team.',
	},
	{
		...tuKy,
		code: '001-commune-leader',
		level: 'commune',
		demand: { type: 'seat', seat: ['communeChair'], holder: 'leader' },
		wordingVi: 'Tổ của xã do Chủ tịch UBND xã đứng đầu.',
		wordingEn: 'The chair of the People’s Committee leads the commune’s team.',
	},
	{
		...tuKy,
		code: '001-village-leader',
		level: 'village',
		demand: { type: 'seat', seat: ['villageHead'], holder: 'leader' },
		wordingVi: 'Tổ của thôn do trưởng thôn đứng đầu.',
		wordingEn: 'The village head leads the village’s team.',
	},
	{
		...tuKy,
		code: '001-village-size',
		level: 'village',
		demand: { type: 'size', least: 3, most: 6 },
		wordingVi: 'Ngoài tổ trưởng, tổ của thôn có từ hai đến năm thành viên.',
		wordingEn: 'Besides its leader, a village’s team has two to five members.',
	},
	{
		...bacGiang,
		code: '004-commune-leader',
		level: 'commune',
		demand: { type: 'seat', seat: ['communeChair'], holder: 'leader' },
		wordingVi: 'Chủ tịch UBND xã là tổ trưởng.',
		wordingEn: 'The chair of the commune’s People’s Committee leads.',
	},
	{
		...bacGiang,
		code: '004-commune-police',
		level: 'commune',
		demand: { type: 'seat', seat: ['policeChief'], holder: 'deputy' },
		wordingVi: 'Trưởng Công an xã là tổ phó.',
		wordingEn: 'The commune’s police chief is a deputy.',
	},
	{
		...bacGiang,
		code: '004-commune-youth',
		level: 'commune',
		demand: { type: 'seat', seat: ['youthSecretary'], holder: 'deputy' },
		wordingVi: 'Bí thư Đoàn xã là tổ phó.',
		wordingEn: 'The commune’s Youth Union secretary is a deputy.',
	},
	{
		...bacGiang,
		code: '004-village-leader',
		level: 'village',
		demand: { type: 'seat', seat: ['villageHead'], holder: 'leader' },
		wordingVi: 'Trưởng thôn hoặc người đứng đầu tổ dân phố là tổ trưởng.',
		wordingEn: 'The village head leads.',
	},
	{
		...bacGiang,
		code: '004-village-police',
		level: 'village',
		demand: { type: 'seat', seat: ['police'], holder: 'deputy' },
		wordingVi: 'Công an viên là tổ phó.',
		wordingEn: 'The village’s police officer is a deputy.',
	},
	{
		...bacGiang,
		code: '004-village-youth',
		level: 'village',
		demand: { type: 'seat', seat: ['youthSecretary'], holder: 'deputy' },
		wordingVi: 'Bí thư Chi đoàn là tổ phó.',
		wordingEn: 'The village’s Youth Union secretary is a deputy.',
	},
	{
		...tuyPhuoc,
		code: '003-youths',
		kinds: community,
		clause: 'mục IV, đề xuất',
		binding: false,
		demand: { type: 'youths', least: 2 },
		wordingVi: 'Đề xuất: trong tổ có ít nhất hai thanh niên.',
		wordingEn: 'Proposed: at least two of the team are youths.',
	},
	{
		...tuyPhuoc,
		code: '003-project06-leader',
		kinds: ['project06'],
		clause: 'mục I.2',
		demand: { type: 'seat', seat: ['partyCellSecretary'], holder: 'leader' },
		wordingVi: 'Tổ Đề án 06 của thôn do bí thư chi bộ đứng đầu.',
		wordingEn: 'The secretary of the Party cell leads a village’s Project 06 team.',
	},
	{
		...tuyPhuoc,
		code: '003-project06-deputy',
		kinds: ['project06'],
		clause: 'mục I.2',
		demand: { type: 'seat', seat: ['villageHead'], holder: 'deputy' },
		wordingVi: 'Trưởng thôn là tổ phó của tổ Đề án 06.',
		wordingEn: 'The village head is a deputy of the Project 06 team.',
	},
];
