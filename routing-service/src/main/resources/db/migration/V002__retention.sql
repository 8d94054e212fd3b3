-- When a row was last written: what ended long ago is forgotten.
alter table queue add column changed_at timestamptz not null default now();
alter table agent add column changed_at timestamptz not null default now();
alter table work_item add column changed_at timestamptz not null default now();
alter table offer add column changed_at timestamptz not null default now();
alter table conversation add column changed_at timestamptz not null default now();

-- Work goes with its offers.
create index offer_work_item on offer (work_item_id);
create index work_item_ended on work_item using brin (changed_at);
create index decision_decided on decision using brin (decided_at);
