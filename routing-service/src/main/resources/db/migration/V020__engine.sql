-- What the engine knows beyond the first version: how queues treat their work, how well agents can what they can, what
-- they are spared for the moment, and how far the rings of waiting work have opened.
alter table queue add column rules jsonb not null default '{}';
alter table agent add column skill_levels jsonb not null default '{}';
alter table agent add column team text;
alter table agent add column strain jsonb not null default '{}';
alter table work_item add column needs jsonb not null default '{}';
alter table work_item add column ring int not null default 0;
