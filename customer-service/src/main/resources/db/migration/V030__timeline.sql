-- Titles by language, of entries that came without one.
alter table touchpoint add column titles jsonb;

-- A system may send an entry anew or take it back; the newest version wins, in whatever order they come. The row stays
-- when the entry is taken back, so that an older version does not bring it back. Where the entry stands in the timeline
-- is kept, to find it by its key.
alter table touchpoint_source
  add column version bigint not null default 0,
  add column occurred_at timestamptz,
  add column removed_at timestamptz;
update touchpoint_source s set occurred_at = t.occurred_at
from touchpoint t where t.customer_id = s.customer_id and t.id = s.touchpoint_id;
