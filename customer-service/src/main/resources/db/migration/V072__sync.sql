-- Living side by side: a ticket whose issue ends here ends there as well.
alter table import_job add column both_ways boolean not null default false;

-- Both sides have changed a ticket since they were alike; a person says which one counts.
create table sync_conflict (
  id uuid primary key,
  origin text not null,
  external_id text not null,
  customer_id uuid not null references customer (id),
  issue_id uuid not null references issue (id),
  ours text not null check (ours in ('open', 'ended')),
  theirs text not null check (theirs in ('open', 'ended')),
  theirs_changed_at timestamptz,
  found_at timestamptz not null,
  decision text check (decision in ('ours', 'theirs')),
  decided_by text,
  decided_at timestamptz);
create unique index sync_conflict_undecided on sync_conflict (origin, external_id) where decision is null;
create index sync_conflict_customer on sync_conflict (customer_id);
create index sync_conflict_issue on sync_conflict (issue_id);
