-- Who sees to an issue, whom it waits for, and how it ended.
alter table issue add column owner_type text check (owner_type in ('agent', 'team'));
alter table issue add column owner_id text;
alter table issue add column owner_name text;
alter table issue add column waiting_for text check (waiting_for in ('customer', 'third-party'));
alter table issue add column resolution_code text;
create index issue_owner on issue (owner_type, owner_id, last_contact_at desc) where state = 'open' and owner_id is not null;

-- What people changed on an issue.
create table issue_change (
  id uuid primary key,
  issue_id uuid not null references issue (id),
  what text not null check (what in ('owner', 'waiting', 'resolved', 'reopened')),
  before text,
  after text,
  note text,
  by_id text not null,
  by_name text,
  at timestamptz not null);
create index issue_change_issue on issue_change (issue_id, id desc);
