-- Joining two issues moves nothing: one of them points at the other (survivor_id), and taking it back makes it point at
-- itself again.
alter table issue add column survivor_id uuid references issue (id);
update issue set survivor_id = id;
alter table issue alter column survivor_id set not null;
create index issue_survivor on issue (survivor_id);

-- What people decided against the rules. Nothing is rewritten: what counts follows from the decisions that stand.
create table issue_decision (
  id uuid primary key,
  kind text not null check (kind in ('move', 'split', 'join')),
  from_issue_id uuid not null references issue (id),
  to_issue_id uuid not null references issue (id),
  conversation_id uuid,                       -- the contact, unless two issues are joined
  turn bigint,
  reason text not null,
  made_by_id text not null,
  made_by_name text,
  made_at timestamptz not null,
  undone_reason text,
  undone_by_id text,
  undone_by_name text,
  undone_at timestamptz,
  check ((kind = 'join') = (conversation_id is null)),
  check (from_issue_id <> to_issue_id));
create index issue_decision_turn on issue_decision (conversation_id, turn) where kind <> 'join';
create index issue_decision_from on issue_decision (from_issue_id, id desc);
create index issue_decision_to on issue_decision (to_issue_id, id desc);
create unique index issue_decision_joined on issue_decision (from_issue_id) where kind = 'join' and undone_at is null;
