import { randomFor, type Random } from '../random';
import type { Landscape } from '../map/terrain';

const firsts =
	'An Bình Cao Cẩm Châu Đại Đông Đồng Đức Gia Hải Hòa Hoàng Hồng Hưng Kim Lâm Liên Long Minh Mỹ Nam Nghĩa Ngọc Nhân Phong Phú Phúc Quang Sơn Tam Tân Tây Thanh Thái Thạch Thiện Thuận Thủy Thượng Tiên Trung Trường Tường Vạn Vân Việt Vĩnh Xuân Yên'.split(
		' ',
	);
const seconds: Record<Landscape, readonly string[]> = {
	town: 'An Bình Cường Hòa Hưng Lạc Minh Phú Quang Tân Thành Thịnh Tiến Trung'.split(' '),
	plain:
		'An Bình Châu Cường Dương Đông Giang Hà Hải Hòa Hưng Khê Lạc Lộc Lương Minh Mỹ Ninh Phong Phú Phúc Quang Thành Thịnh Thọ Thủy Tiến Trạch Xá Xuân'.split(
			' ',
		),
	mountain: 'Khê Lạc Lâm Lĩnh Lộc Minh Phong Quang Sơn Thạch Thượng Trung Vân Yên'.split(' '),
};

/** Names that everybody would take for a province. */
const taken = new Set([
	'An Giang',
	'Bình Dương',
	'Bình Phước',
	'Cao Bình',
	'Đồng Nai',
	'Hải Dương',
	'Hải Phòng',
	'Hòa Bình',
	'Hưng Yên',
	'Lâm Đồng',
	'Long An',
	'Nam Định',
	'Ninh Bình',
	'Phú Thọ',
	'Phú Yên',
	'Quang Minh',
	'Quang Trung',
	'Sơn La',
	'Tây Ninh',
	'Thái Bình',
	'Thái Nguyên',
	'Thanh Hóa',
	'Vĩnh Long',
	'Vĩnh Phúc',
]);

/** One name for each landscape given, none twice. */
export function nameCommunes(landscapes: readonly Landscape[]): string[] {
	const random = randomFor('commune names');
	const used = new Set(taken);
	const uses = new Map<string, number>();
	return landscapes.map((landscape) => {
		for (;;) {
			const [first, second] = [random.pick(firsts), random.pick(seconds[landscape])];
			const name = `${first} ${second}`;
			const worn = (uses.get(first) ?? 0) >= 4;
			if (first === second || used.has(name) || worn) continue;
			used.add(name);
			uses.set(first, (uses.get(first) ?? 0) + 1);
			return name;
		}
	});
}

const villageNames: Record<Landscape, readonly string[]> = {
	town: 'Ái Quốc|Bình Minh|Chợ Mới|Cầu Trắng|Dân Chủ|Đoàn Kết|Đồng Tâm|Ga Mới|Hòa Bình|Hồng Phong|Hợp Nhất|Kim Liên|Lê Lợi|Quyết Thắng|Quyết Tiến|Tân Lập|Tân Tiến|Thành Công|Thắng Lợi|Thống Nhất|Tiền Phong|Trung Tâm|Tự Do|Vạn Xuân|Xuân Mai|Yên Bình'.split(
		'|',
	),
	plain:
		'Ao Sen|Bãi Dâu|Bến Đò|Cầu Gạch|Chùa Đông|Cổng Làng|Cựu Viên|Đình Cả|Đông Nội|Đồng Bông|Đồng Quan|Đống Cao|Giếng Chanh|Hạ Đồng|Hậu Bổng|Kẻ Đọ|Làng Sau|Ngọc Lãng|Ngõ Ngói|Phố Mía|Quán Gỏi|Tây Nội|Thượng Đồng|Tiền Liệt|Trại Hạ|Trại Thượng|Trung Thôn|Văn Giáp|Xóm Bến|Xóm Mới'.split(
			'|',
		),
	mountain:
		'Bó Cạn|Cốc Lùng|Khau Slầm|Khe Nước|Khuổi Dào|Khuổi Lếch|Kéo Nghìn|Lân Vài|Lũng Đẩy|Lũng Slàng|Nà Cà|Nà Đon|Nà Lòa|Nà Pán|Nà Tậu|Nậm Kẹn|Ngườm Rỏi|Pác Khuông|Pác Nặm|Pò Chạng|Phja Rạc|Phiêng Nhàng|Rọ Phải|Slằm Nưa|Tân Hương|Thâm Luông|Vằng Dáo|Vài Thai'.split(
			'|',
		),
};

/** Names of a commune's villages, each different; long communes number two halves of one place. */
export function nameVillages(landscape: Landscape, count: number, random: Random): string[] {
	const names = new Set<string>();
	while (names.size < count) {
		const name = random.pick(villageNames[landscape]);
		names.add(names.has(name) ? `${name} 2` : name);
	}
	return [...names];
}
