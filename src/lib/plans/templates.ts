import type { PlanTemplate, TaskAudience, TaskContent } from '../contracts/plans';

type TemplateTask = Omit<TaskContent, 'startsOn' | 'dueOn'> & {
	/** Month and day within the plan's year. */
	starts: string;
	due: string;
	audience: TaskAudience;
};

/**
 * Tasks that a plan may start from, in our own words and to be adjusted: what a level above does to
 * build its teams, and what a team does to teach its households. They become part of an official
 * paper, so they are Vietnamese whatever the interface speaks.
 */
export const templateTasks: Record<PlanTemplate, readonly TemplateTask[]> = {
	empty: [],
	buildTeams: [
		{
			what: 'Phân công nhiệm vụ và địa bàn phụ trách cho từng thành viên tổ chỉ đạo',
			lead: 'Tổ trưởng tổ chỉ đạo',
			place: '',
			product: 'Bảng phân công',
			...{ starts: '01-02', due: '01-31', audience: 'own' },
		},
		{
			what: 'Thành lập hoặc kiện toàn tổ công nghệ số cộng đồng của xã và của từng thôn',
			lead: 'Chủ tịch UBND xã',
			place: 'Các xã, thôn',
			product: 'Quyết định thành lập, kiện toàn',
			...{ starts: '01-02', due: '04-30', audience: 'commune' },
		},
		{
			what: 'Xây dựng kế hoạch hoạt động năm của tổ',
			lead: 'Tổ trưởng tổ công nghệ số cộng đồng xã',
			place: 'Các xã, thôn',
			product: 'Kế hoạch năm',
			...{ starts: '01-02', due: '04-30', audience: 'commune' },
		},
		{
			what: 'Lập nhóm Zalo chung của xã, nhóm của từng tổ và nhóm các hộ trong thôn; đặt tên nhóm theo quy định',
			lead: 'Tổ trưởng tổ công nghệ số cộng đồng xã',
			place: 'Các xã, thôn',
			product: 'Danh sách nhóm Zalo và người làm đầu mối',
			...{ starts: '01-02', due: '06-30', audience: 'commune' },
		},
		{
			what: 'Tập huấn cho thành viên các tổ về nền tảng số và năm kỹ năng số cơ bản',
			lead: 'Cơ quan thường trực phối hợp với doanh nghiệp công nghệ số',
			place: 'Trực tiếp hoặc trực tuyến',
			product: 'Danh sách thành viên đã tập huấn',
			...{ starts: '03-01', due: '09-30', audience: 'own' },
		},
		{
			what: 'Kiểm tra, đôn đốc hoạt động của các tổ',
			lead: 'Thành viên tổ chỉ đạo phụ trách địa bàn',
			place: 'Các xã, thôn',
			product: 'Biên bản kiểm tra',
			...{ starts: '04-01', due: '11-30', audience: 'own' },
		},
		{
			what: 'Tổng kết năm, đề xuất khen thưởng tập thể và cá nhân tiêu biểu',
			lead: 'Cơ quan thường trực',
			place: '',
			product: 'Báo cáo tổng kết',
			...{ starts: '09-01', due: '12-20', audience: 'own' },
		},
	],
	teachSkills: [
		{
			what: 'Tuyên truyền chủ trương, chính sách về chuyển đổi số đến từng hộ gia đình',
			lead: 'Tổ trưởng',
			place: 'Nhà văn hóa thôn, nhóm Zalo, loa truyền thanh',
			product: 'Nhật ký hoạt động',
			...{ starts: '01-02', due: '12-20', audience: 'own' },
		},
		{
			what: 'Hướng dẫn người dân nộp hồ sơ dịch vụ công trực tuyến và cài đặt VNeID',
			lead: 'Thành viên tổ',
			place: 'Tại hộ gia đình, bộ phận một cửa',
			product: 'Số hộ làm được',
			...{ starts: '01-02', due: '12-20', audience: 'own' },
		},
		{
			what: 'Hướng dẫn hộ sản xuất, kinh doanh mở gian hàng số và bán nông sản trên sàn thương mại điện tử',
			lead: 'Thành viên tổ phối hợp với bưu điện',
			place: 'Tại hộ sản xuất, kinh doanh',
			product: 'Số gian hàng, số sản phẩm đưa lên sàn',
			...{ starts: '01-02', due: '12-20', audience: 'own' },
		},
		{
			what: 'Hướng dẫn thanh toán điện, nước, học phí, viện phí không dùng tiền mặt',
			lead: 'Thành viên tổ phối hợp với ngân hàng',
			place: 'Tại hộ gia đình',
			product: 'Số hộ thanh toán trực tuyến',
			...{ starts: '01-02', due: '12-20', audience: 'own' },
		},
		{
			what: 'Hướng dẫn nhận biết và phòng tránh lừa đảo trên mạng',
			lead: 'Công an xã và thành viên tổ',
			place: 'Buổi họp thôn, nhóm Zalo',
			product: 'Số buổi, số lượt người tham gia',
			...{ starts: '01-02', due: '12-20', audience: 'own' },
		},
		{
			what: 'Lập và duy trì nhóm Zalo của các hộ trong thôn để hỗ trợ, hướng dẫn thường xuyên',
			lead: 'Thành viên đầu mối Zalo của tổ',
			place: 'Nhóm Zalo của các hộ',
			product: 'Nhóm Zalo có đại diện các hộ',
			...{ starts: '01-02', due: '12-20', audience: 'own' },
		},
	],
	coordinate: [
		{
			what: 'Ký kế hoạch phối hợp giữa Đoàn Thanh niên, ngành giáo dục và cơ quan thường trực về phổ biến kỹ năng số',
			lead: 'Đoàn Thanh niên',
			place: '',
			product: 'Kế hoạch phối hợp',
			...{ starts: '01-02', due: '02-28', audience: 'own' },
		},
		{
			what: 'Cử đoàn viên, giáo viên tham gia làm lực lượng nòng cốt của tổ công nghệ số cộng đồng',
			lead: 'Đoàn Thanh niên phối hợp với ngành giáo dục',
			place: 'Các xã, thôn',
			product: 'Danh sách người được cử',
			...{ starts: '02-01', due: '03-31', audience: 'own' },
		},
		{
			what: 'Phát động phong trào thi đua đoàn viên, thanh niên đi đầu sử dụng nền tảng số',
			lead: 'Đoàn Thanh niên',
			place: 'Các cơ sở Đoàn',
			product: 'Văn bản phát động, số cơ sở hưởng ứng',
			...{ starts: '03-01', due: '03-26', audience: 'own' },
		},
		{
			what: 'Tổ chức các đợt ra quân hướng dẫn người dân tại nhà, chợ, bộ phận một cửa',
			lead: 'Đoàn Thanh niên và các tổ công nghệ số cộng đồng',
			place: 'Các xã, thôn',
			product: 'Số đợt, số lượt người được hướng dẫn',
			...{ starts: '03-26', due: '11-30', audience: 'own' },
		},
		{
			what: 'Sơ kết phong trào thi đua, đề nghị biểu dương tập thể và cá nhân tiêu biểu',
			lead: 'Đoàn Thanh niên',
			place: '',
			product: 'Báo cáo sơ kết',
			...{ starts: '09-01', due: '10-10', audience: 'own' },
		},
	],
};
