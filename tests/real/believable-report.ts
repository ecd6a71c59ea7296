/** A believable report for a commune with so many households, different for each code. */
export function believableReport(code: string, period: string, households: number) {
	const share = 0.35 + (Number(code) % 55) / 100;
	const allFive = Math.round(households * share);
	const skill = (bonus: number) => Math.min(households, allFive + Math.round(households * bonus));
	return {
		unit: code,
		period,
		householdSkills: {
			households,
			skill1: skill(0.08),
			skill2: skill(0.02),
			skill3: skill(0.06),
			skill4: skill(0.03),
			skill5: skill(0.04),
			allFive,
			assisted: Math.round((households - allFive) / 10),
			vneid: skill(0.09),
			serviceAccount: skill(0.05),
		},
	};
}
