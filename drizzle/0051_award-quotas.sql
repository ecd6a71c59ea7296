-- A category's quota is a setting with a paper of its own: until it is changed, the one that its season began with.
insert into award_setting (season_id, key, value, basis, reason, set_by, set_at)
select category.season_id, 'quota:' || category.id, category.quota, began.basis, '', began.set_by, began.set_at
from award_category category
join lateral (
	select basis, set_by, set_at from award_setting
	where season_id = category.season_id order by id limit 1
) began on true;
