-- One contact: a conversation that began, or began again. Where it counts now follows from the placements.
create table contact_turn (
  conversation_id uuid not null,
  turn bigint not null,                       -- the conversation's version when it began
  issue_id uuid not null references issue (id),
  began_at timestamptz not null,
  returned boolean not null,                  -- the customer came back with a resolved issue
  numbers text[] not null,                    -- what it speaks of, to know the next contact about it
  words text[] not null,
  primary key (conversation_id, turn));
create index contact_turn_issue on contact_turn (issue_id, began_at desc);

-- Why a contact is about an issue: one row for each time that the rules were asked; the last one holds.
create table placement (
  id uuid primary key,
  conversation_id uuid not null,
  turn bigint not null,
  issue_id uuid references issue (id),        -- null: wherever the conversation's contact before this one is
  ground text not null check (ground in ('thread', 'reference', 'number', 'topic', 'recent', 'new')),
  kind text,
  value text,
  made_at timestamptz not null);
create index placement_turn on placement (conversation_id, turn, id desc);

insert into contact_turn (conversation_id, turn, issue_id, began_at, returned, numbers, words)
select k.conversation_id, k.version, k.issue_id, k.began_at, false, '{}', '{}' from contact k where k.issue_id is not null;
insert into placement (id, conversation_id, turn, issue_id, ground, made_at)
select k.conversation_id, k.conversation_id, k.version, k.issue_id, case when k.continued then 'recent' else 'new' end,
  k.began_at
from contact k where k.issue_id is not null;
